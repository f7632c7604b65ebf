<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

/** A server of the API that breaks connections and answers on order. */
final class FaultServer
{
    private ?Program $program = null;

    public function __construct(public readonly string $origin)
    {
    }

    public static function start(): self
    {
        $program = Program::node('../fault-server/dist/cli.js');
        $server = new self($program->json()['origin']);
        $server->program = $program;

        return $server;
    }

    public function close(): void
    {
        $this->program?->close();
    }

    /** @return list<string> */
    public function faults(): array
    {
        return array_keys(Http::json('GET', "$this->origin/_control/faults"));
    }

    public function baseUrl(string $run, string ...$faults): string
    {
        return "$this->origin/run/$run/" . implode(',', $faults) . '/v1';
    }

    public function ownPort(string $run, string $fault): string
    {
        return Http::json('POST', "$this->origin/_control/runs/$run/$fault")['baseUrl'];
    }

    /** @return array<string, mixed> What arrived. */
    public function report(string $run): array
    {
        $answer = Http::call('GET', "$this->origin/_control/runs/$run");

        return $answer['status'] === 404 ? ['counts' => []] : json_decode($answer['body'], true);
    }

    public function forget(string $run): void
    {
        Http::call('DELETE', "$this->origin/_control/runs/$run");
    }

    /** @return array{faults: list<string>, operation: string} */
    public function random(int $seed): array
    {
        return Http::json('GET', "$this->origin/_control/random/$seed");
    }
}
