<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Testing;

/**
 * How a connection breaks.
 */
enum ConnectionFault: string
{
    /** None was made, so nothing was sent. */
    case Refused = 'refused';

    /** It was closed before any answer came. */
    case Reset = 'reset';

    /** No answer came within the client's `timeout`. */
    case Timeout = 'timeout';

    /** The answer broke off half-way. */
    case CutOff = 'cutOff';
}
