<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Generated;

/**
 * How each operation of the API is called.
 *
 * @internal
 */
enum Operation: string
{
    case Send = 'send';
    case SendBulk = 'sendBulk';
    case GetStatus = 'getStatus';
    case GetBatch = 'getBatch';
    case CancelScheduled = 'cancelScheduled';
    case GetBalance = 'getBalance';

    /** The HTTP method. */
    public function method(): string
    {
        return match ($this) {
            self::Send => 'POST',
            self::SendBulk => 'POST',
            self::GetStatus => 'GET',
            self::GetBatch => 'GET',
            self::CancelScheduled => 'DELETE',
            self::GetBalance => 'GET',
        };
    }

    /** The template of the path. */
    public function path(): string
    {
        return match ($this) {
            self::Send => '/sms/send',
            self::SendBulk => '/sms/bulk',
            self::GetStatus => '/sms/status/{messageId}',
            self::GetBatch => '/sms/batch/{batchId}',
            self::CancelScheduled => '/sms/schedule/{batchId}',
            self::GetBalance => '/account/balance',
        };
    }

    /** For a send: the field of the answer that proves that it was accepted. */
    public function proof(): ?string
    {
        return match ($this) {
            self::Send => 'messageId',
            self::SendBulk => 'batchId',
            self::GetStatus => null,
            self::GetBatch => null,
            self::CancelScheduled => null,
            self::GetBalance => null,
        };
    }
}
