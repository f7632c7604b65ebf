<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

/**
 * Holds a value where no dump of an object finds it.
 *
 * @internal
 *
 * @template T
 */
final class Hidden
{
    /** @var ?\WeakMap<self<mixed>, mixed> */
    private static ?\WeakMap $values = null;

    /** @param T $value */
    public function __construct(#[\SensitiveParameter] mixed $value)
    {
        self::$values ??= new \WeakMap();
        self::$values[$this] = $value;
    }

    /** @return T */
    public function reveal(): mixed
    {
        /** @var T $value */
        $value = self::$values[$this] ?? throw new \LogicException('A copy of what is hidden has nothing.');

        return $value;
    }
}
