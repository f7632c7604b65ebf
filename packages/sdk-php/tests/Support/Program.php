<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

/** A child process of the tests, which ends with them. */
final class Program
{
    /** @var resource */
    private $process;
    /** @var array<int, resource> */
    private array $pipes = [];

    /** @param list<string> $command */
    public function __construct(private readonly array $command)
    {
        $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], STDERR], $this->pipes);
        if ($process === false) {
            throw new \RuntimeException("{$command[0]} did not start.");
        }
        $this->process = $process;
        register_shutdown_function($this->close(...));
    }

    /** A server of the tests, or of another package, in Node. */
    public static function node(string $script, string ...$arguments): self
    {
        return new self(['node', dirname(__DIR__, 2) . "/$script", ...array_values($arguments)]);
    }

    /** The next line that it prints. */
    public function line(): string
    {
        $line = fgets($this->pipes[1]);
        if ($line === false) {
            $command = implode(' ', $this->command);
            throw new \RuntimeException("$command ended before it said where it is. Build the packages first.");
        }

        return trim($line);
    }

    /** @return array<string, mixed> */
    public function json(): array
    {
        return json_decode($this->line(), true, flags: JSON_THROW_ON_ERROR);
    }

    /** Waits until it takes connections, where it does not say so itself. */
    public function waitFor(string $address): void
    {
        for ($attempt = 0; $attempt < 500; ++$attempt) {
            $connection = @fsockopen("tcp://$address");
            if ($connection !== false) {
                fclose($connection);

                return;
            }
            if (!proc_get_status($this->process)['running']) {
                break; // Another program may have taken the port.
            }
            usleep(20_000);
        }
        throw new \RuntimeException(implode(' ', $this->command) . " takes no connections at $address.");
    }

    /** All that it prints until it ends. */
    public function rest(): string
    {
        fclose($this->pipes[0]);

        return (string) stream_get_contents($this->pipes[1]);
    }

    public function close(): void
    {
        if (is_resource($this->process)) {
            proc_terminate($this->process);
            array_map(static fn ($pipe) => is_resource($pipe) && fclose($pipe), $this->pipes);
            proc_close($this->process);
        }
    }
}
