<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Http;

use GetClickMedia\Sms\Exception\ConfigurationException;

/**
 * Makes one HTTP request, once: it follows no redirect and sends nothing again.
 */
interface Transport
{
    /**
     * @throws ConfigurationException Nothing was sent, and nothing can be.
     * @throws TransportException There was no answer. Anything else that is thrown counts as a call whose outcome
     *     is unknown.
     */
    public function exchange(#[\SensitiveParameter] Request $request): Response;
}
