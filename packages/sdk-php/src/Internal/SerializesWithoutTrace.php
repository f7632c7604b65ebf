<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

/**
 * Lets an exception be put away, as queues do with those of a failed job: without the stack trace and the previous
 * exception, whose arguments may be anything, also what cannot be serialised.
 *
 * @internal
 */
trait SerializesWithoutTrace
{
    /** @return array<array-key, mixed> */
    final public function __serialize(): array
    {
        // Trace and previous exception are private to \Exception, and so are not among these.
        return get_object_vars($this);
    }

    /** @param array<string, mixed> $data It may come from another version of this SDK, with other properties. */
    final public function __unserialize(array $data): void
    {
        foreach ($data as $name => $value) {
            if (property_exists($this, $name)) {
                $this->{$name} = $value;
            }
        }
    }
}
