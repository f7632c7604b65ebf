<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Http;

/**
 * The status and the headers of an answer, read line by line.
 *
 * @internal
 */
final class ResponseHead
{
    public int $status = 0;
    /** @var array<string, string> */
    private array $headers = [];
    private bool $ended = false;
    private int $length = 0;

    public function __construct(private readonly int $longest)
    {
    }

    /** @return int How much of the line was read: less than all of it ends the transfer. */
    public function read(string $line): int
    {
        $this->length += strlen($line);
        if ($this->length > $this->longest) {
            return -1;
        }
        if (preg_match('~^HTTP/\S+ (\d{3})\b~', $line, $match) === 1) {
            // An interim answer, as 103, may have come before.
            $this->status = (int) $match[1];
            $this->headers = [];
            $this->ended = false;
        } elseif (trim($line) === '') {
            $this->ended = true;
        } elseif (str_contains($line, ':')) {
            [$name, $value] = explode(':', $line, 2);
            $name = strtolower(trim($name));
            $present = isset($this->headers[$name]) ? "{$this->headers[$name]}, " : '';
            $this->headers[$name] = $present . trim($value);
        }

        return strlen($line);
    }

    public function isComplete(): bool
    {
        return $this->ended && $this->status >= 200;
    }

    /** @return array<string, string> */
    public function headers(): array
    {
        return $this->headers;
    }
}
