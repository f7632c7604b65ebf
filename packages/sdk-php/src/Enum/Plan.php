<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Enum;

/**
 * The plan of the account, which sets its limits. Plans may be added.
 *
 * A value that is newer than this SDK is a plain string.
 */
enum Plan: string
{
    /**
     * The entry plan.
     */
    case Starter = 'Starter';

    /**
     * The middle plan.
     */
    case Growth = 'Growth';

    /**
     * The largest plan. Its rate is this figure or more.
     */
    case Enterprise = 'Enterprise';
}
