<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

/** The samples of the README as they stand there. */
final class Readme
{
    /** The PHP sample that has a text in it. */
    public static function sample(string $text): string
    {
        $readme = (string) file_get_contents(dirname(__DIR__, 2) . '/README.md');
        preg_match_all('~^```php\n(.*?)^```~ms', $readme, $match);
        foreach ($match[1] as $sample) {
            if (str_contains($sample, $text)) {
                return $sample;
            }
        }
        throw new \RuntimeException("README.md has no sample with $text.");
    }

    /**
     * Writes a program of a sample, and what an application has around it.
     *
     * @param string $before PHP code.
     * @param string $after PHP code.
     */
    public static function program(string $before, string $sample, string $after = ''): string
    {
        return TemporaryFolder::file("<?php\n$before\n$sample\n$after\n");
    }
}
