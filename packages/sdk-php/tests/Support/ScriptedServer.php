<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

/** A real server that meets each request with the next act, the last one again and again. */
final class ScriptedServer
{
    private static ?self $instance = null;
    public readonly string $baseUrl;
    private readonly string $origin;

    private function __construct(private readonly Program $program)
    {
        $this->origin = $this->program->json()['origin'];
        $this->baseUrl = "$this->origin/v1";
    }

    public static function get(): self
    {
        return self::$instance ??= new self(Program::node('tests/servers/scripted.ts'));
    }

    /**
     * Forgets what has arrived, and sets what happens next: answers, or the names of failures.
     *
     * @param array{status: int, headers?: array<string, string>, body?: string, base64?: string}|string ...$acts
     */
    public function script(array|string ...$acts): void
    {
        foreach ($acts as $index => $act) {
            // PHP has the same value for an empty list and an empty object.
            if (is_array($act)) {
                $acts[$index]['headers'] = (object) ($act['headers'] ?? []);
            }
        }
        Http::json('PUT', "$this->origin/_script", $acts);
    }

    /** @return list<array{method: string, path: string, headers: array<string, string>, body: string}> */
    public function arrivals(): array
    {
        return Http::json('GET', "$this->origin/_arrivals");
    }
}
