<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Http;

/**
 * There was no answer.
 */
final class TransportException extends \RuntimeException
{
    /**
     * @param string $message The reason, as `Connection refused`.
     * @param bool $left Whether any byte of the request may have been sent. `false` only where it is certain
     *     that none was: then a send is repeated.
     * @param bool $timedOut Whether the time was up.
     */
    public function __construct(
        string $message,
        public readonly bool $left = true,
        public readonly bool $timedOut = false,
    ) {
        parent::__construct($message);
    }
}
