<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Enum;

/**
 * What kind of message it is. The account has to be authorised for it.
 */
enum MessageType: string
{
    /**
     * Information that the recipient expects, such as an OTP or an order update.
     */
    case Transactional = 'transactional';

    /**
     * Marketing.
     */
    case Promotional = 'promotional';
}
