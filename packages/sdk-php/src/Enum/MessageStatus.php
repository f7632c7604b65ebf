<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Enum;

/**
 * Where the message is on its way. `delivered`, `failed` and `rejected` are final. More values may be added, so
 * treat one that you do not know as not yet final.
 *
 * A value that is newer than this SDK is a plain string.
 */
enum MessageStatus: string
{
    /**
     * Accepted, and waiting in the queue of the gateway.
     */
    case Queued = 'queued';

    /**
     * Handed to the carrier.
     */
    case Dispatched = 'dispatched';

    /**
     * The handset has confirmed receipt.
     */
    case Delivered = 'delivered';

    /**
     * Delivery failed: `failReason` says why.
     */
    case Failed = 'failed';

    /**
     * The operator blocked it for a DLT or template fault: `failReason` says why.
     */
    case Rejected = 'rejected';
}
