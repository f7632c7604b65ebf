<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

/** All that a program could write to a log of some values. */
final class Everything
{
    public static function about(mixed ...$values): string
    {
        ob_start();
        foreach ($values as $value) {
            if ($value instanceof \Throwable) {
                self::printThrowable($value);
            } else {
                var_dump($value);
                print_r($value);
                var_export($value);
                debug_zval_dump($value);
                print_r((array) $value);
            }
            echo json_encode($value, JSON_PARTIAL_OUTPUT_ON_ERROR);
        }

        return (string) ob_get_clean();
    }

    /** Piece by piece: in the frames of PHPUnit are all tests, which would be printed with it. */
    private static function printThrowable(\Throwable $throwable): void
    {
        for ($each = $throwable; $each !== null; $each = $each->getPrevious()) {
            echo $each, serialize($each);
            $properties = (array) $each;
            unset($properties["\0Exception\0trace"], $properties["\0Exception\0previous"]);
            print_r($properties);
            foreach ($each->getTrace() as $frame) {
                if (!str_starts_with($frame['class'] ?? '', 'PHPUnit\\')) {
                    print_r($frame);
                }
            }
        }
    }
}
