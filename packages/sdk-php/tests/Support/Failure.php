<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

/** What a call fails with. */
final class Failure
{
    /**
     * @template T of \Throwable
     * @param class-string<T> $class
     * @return T
     */
    public static function of(#[\SensitiveParameter] \Closure $act, string $class = \Throwable::class): \Throwable
    {
        try {
            $act();
        } catch (\Throwable $failure) {
            return $failure instanceof $class ? $failure : throw $failure;
        }
        throw new \LogicException('The call did not fail.');
    }
}
