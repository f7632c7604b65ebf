<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Generated\Operation;

/**
 * What every attempt of a call sends.
 *
 * @internal
 */
final readonly class Message
{
    public string $path;
    public ?string $body;
    /** @var list<string> What no exception may repeat. */
    private array $texts;

    /**
     * @param array<string, mixed> $body
     * @param array<string, string> $ids
     * @throws ConfigurationException
     */
    public function __construct(
        public Operation $operation,
        #[\SensitiveParameter] array $body,
        array $ids,
    ) {
        $this->path = self::fillIn($operation->path(), $ids);
        $this->body = $body === [] ? null : Body::write($operation->value, $body);
        $text = $body['message'] ?? null;
        $this->texts = is_string($text) && $text !== '' ? [$text, Body::escaped($text)] : [];
    }

    /** Whether the call has an effect that must not come twice. */
    public function sends(): bool
    {
        return $this->operation->method() === 'POST';
    }

    /** Takes the key and the text of the message out of a text that comes from outside. */
    public function redact(#[\SensitiveParameter] string $told, ApiKey $apiKey): string
    {
        return str_replace([$apiKey->reveal(), ...$this->texts], '[redacted]', $told);
    }

    /**
     * Puts ids into the path. `..` would call another operation.
     *
     * @param array<string, string> $ids
     */
    private static function fillIn(string $path, array $ids): string
    {
        foreach ($ids as $name => $id) {
            if (in_array($id, ['', '.', '..'], true) || preg_match('~~u', $id) !== 1) {
                throw new ConfigurationException("$name must be the id that the send answered.");
            }
            $path = str_replace('{' . $name . '}', rawurlencode($id), $path);
        }

        return $path;
    }
}
