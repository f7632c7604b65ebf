<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Bulk;

/**
 * What became of some recipients.
 */
enum OutcomeStatus: string
{
    /** The API has taken them, as one batch. */
    case Accepted = 'accepted';

    /** Nothing was sent to them: they were refused, or the bulk send stopped before them. */
    case NotAccepted = 'notAccepted';

    /**
     * They may have been taken: do not send to them again. The call failed after it may have been accepted, or the
     * API took only some of the batch and does not say which.
     */
    case Unknown = 'unknown';
}
