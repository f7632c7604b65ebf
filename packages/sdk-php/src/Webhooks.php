<?php

declare(strict_types=1);

namespace GetClickMedia\Sms;

use GetClickMedia\Sms\Generated\Catalogue;
use GetClickMedia\Sms\Internal\Field;
use GetClickMedia\Sms\Internal\Json;
use GetClickMedia\Sms\Webhook\UnknownEvent;
use GetClickMedia\Sms\Webhook\WebhookEvent;
use GetClickMedia\Sms\Webhook\WebhookException;
use GetClickMedia\Sms\Webhook\WebhookFault;

/**
 * Receives the events that the API posts.
 */
final class Webhooks
{
    /** The header that carries the signature of the body. */
    public const SIGNATURE_HEADER = Catalogue::SIGNATURE_HEADER;

    /**
     * Verifies a webhook and reads its event.
     *
     * The signature proves who wrote the event. The same event may arrive more than once: let its `id()` decide
     * whether you know it already.
     *
     * @param string $rawBody The body as it arrived, before any JSON parser has read it.
     * @param ?string $signature The value of the header `SIGNATURE_HEADER`.
     * @param string|list<string>|false|null $secret Your webhook secret, or a list of which one has to match. What
     *     `getenv` gives where there is none is refused as such.
     * @param ?float $maxAge Refuses events that are older, in seconds. The signature does not cover the time of
     *     sending, so the newest time that the event itself carries counts. Any event may be delivered again much
     *     later when your receiver was down: allow for days rather than minutes.
     * @param ?float $now The present time in seconds, for tests.
     *
     * @throws WebhookException and nothing else; its `reason` is the fault.
     */
    public static function parse(
        #[\SensitiveParameter] string $rawBody,
        ?string $signature,
        #[\SensitiveParameter] string|array|false|null $secret,
        ?float $maxAge = null,
        ?float $now = null,
    ): WebhookEvent {
        if ($maxAge !== null && !($maxAge > 0)) {
            throw new WebhookException(WebhookFault::Configuration, 'maxAge must be a number over 0.');
        }
        if (!self::verify($rawBody, $signature, $secret)) {
            throw new WebhookException(
                WebhookFault::Signature,
                'The signature is not that of the body. Check the secret, and that the body is raw.',
            );
        }
        $raw = Json::object($rawBody);
        $name = $raw['event'] ?? null;
        if ($raw === null || !is_string($name)) {
            throw new WebhookException(WebhookFault::Body, 'The body is no JSON object with an event.');
        }
        if ($maxAge !== null && !self::isRecent($raw, ($now ?? microtime(true)) - $maxAge)) {
            throw new WebhookException(WebhookFault::Age, "The event is over $maxAge s old, or has no time.");
        }
        $class = Catalogue::EVENTS[$name] ?? UnknownEvent::class;

        return new $class($raw);
    }

    /**
     * Tells whether a webhook comes from the API: whether its signature was made from this very body with your
     * secret. The comparison takes the same time wherever the two differ.
     *
     * A signature that is missing, malformed or in upper case answers `false`, like a wrong one.
     *
     * @param string $rawBody The body as it arrived. Parsing and writing it anew changes bytes, and the signature no
     *     longer matches.
     * @param ?string $signature The value of the header `SIGNATURE_HEADER`.
     * @param string|list<string>|false|null $secret Your webhook secret, or a list of which one has to match. What
     *     `getenv` gives where there is none is refused as such.
     *
     * @throws WebhookException `Configuration` when there is no secret, or one is empty.
     */
    public static function verify(
        #[\SensitiveParameter] string $rawBody,
        ?string $signature,
        #[\SensitiveParameter] string|array|false|null $secret,
    ): bool {
        $secrets = self::secretsOf($secret);
        if ($signature === null || preg_match(Catalogue::SIGNATURE_FORM, $signature) !== 1) {
            return false;
        }
        $valid = false;
        // All of them are tried, whichever matches, so that the time does not tell.
        foreach ($secrets as $each) {
            $valid = hash_equals(hash_hmac('sha256', $rawBody, $each), $signature) || $valid;
        }

        return $valid;
    }

    /**
     * Signs a body as the API signs its webhooks, for tests of your receiver.
     *
     * @return string The HMAC-SHA256 of the body under the secret, in lower-case hexadecimal.
     *
     * @throws WebhookException `Configuration` when the secret is empty.
     */
    public static function sign(
        #[\SensitiveParameter] string $rawBody,
        #[\SensitiveParameter] string $secret,
    ): string {
        return hash_hmac('sha256', $rawBody, self::secretsOf($secret)[0]);
    }

    /**
     * @param string|array<array-key, mixed>|false|null $secret
     * @return non-empty-list<string>
     */
    private static function secretsOf(#[\SensitiveParameter] string|array|false|null $secret): array
    {
        $secrets = [];
        foreach (is_array($secret) ? $secret : [$secret] as $each) {
            if (!is_string($each) || $each === '') {
                $secrets = [];
                break;
            }
            $secrets[] = $each;
        }
        if ($secrets === []) {
            throw new WebhookException(
                WebhookFault::Configuration,
                'The secret is missing or empty. Check where it is read from.',
            );
        }

        return $secrets;
    }

    /** @param array<array-key, mixed> $raw */
    private static function isRecent(#[\SensitiveParameter] array $raw, float $oldest): bool
    {
        foreach (Catalogue::TIMESTAMP_FIELDS as $name) {
            $moment = Field::moment($raw, $name);
            if ($moment !== null && (float) $moment->format('U.u') >= $oldest) {
                return true;
            }
        }

        return false;
    }
}
