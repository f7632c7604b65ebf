<?php

declare(strict_types=1);

namespace GetClickMedia\Sms;

/**
 * What the API answered. The properties are read from `raw`: a field that does not have its documented type is
 * empty, `0`, `false` or `null` there, and `raw` tells what it was. So an answer never fails for a field.
 */
abstract readonly class ApiResponse
{
    /**
     * @param array<array-key, mixed> $raw The decoded JSON, with fields that are newer than this SDK.
     * @param int $httpStatus The HTTP status.
     * @param array<string, string> $httpHeaders The HTTP headers, by their names in lower case.
     */
    public function __construct(
        public array $raw,
        public int $httpStatus,
        public array $httpHeaders,
    ) {
    }
}
