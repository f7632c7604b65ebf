<?php

/**
 * Prints what is public in the package, as Markdown: one line for each thing that a program can name.
 *
 * What a comment calls @internal is left out, whole classes too. What a class has from a base that is left out, or
 * from a trait, is its own.
 */

declare(strict_types=1);

namespace GetClickMedia\Sms\Report;

const ROOT_NAMESPACE = 'GetClickMedia\\Sms\\';
const INDENT = '    ';

[, $folder] = $argv;
spl_autoload_register(function (string $class) use ($folder): void {
    $file = fileOf($class, $folder);
    if ($file !== null && is_file($file)) {
        require $file;
    }
});

echo "# The public API of `getclickmedia/sms-php`\n\nWritten by `npm run generate`. Do not edit.\n\n```php\n";
echo implode("\n", array_map(
    fn (\ReflectionClass $class): string => implode("\n", linesOfClass($class)) . "\n",
    publicClasses($folder),
));
echo "```\n";

function fileOf(string $class, string $folder): ?string
{
    return str_starts_with($class, ROOT_NAMESPACE)
        ? $folder . '/' . strtr(substr($class, strlen(ROOT_NAMESPACE)), '\\', '/') . '.php'
        : null;
}

/** @return list<\ReflectionClass<object>> */
function publicClasses(string $folder): array
{
    $files = new \RecursiveIteratorIterator(
        new \RecursiveDirectoryIterator($folder, \FilesystemIterator::SKIP_DOTS),
    );
    $names = [];
    foreach ($files as $file) {
        $path = substr($file->getPathname(), strlen($folder) + 1);
        if (str_ends_with($path, '.php')) {
            $names[] = ROOT_NAMESPACE . strtr(substr($path, 0, -4), '/', '\\');
        }
    }
    sort($names);
    $classes = [];
    foreach ($names as $name) {
        // One that builds on what is not installed cannot be asked.
        if (!isInternalFile(fileOf($name, $folder)) && isLoadable($name)) {
            $classes[] = new \ReflectionClass($name);
        }
    }

    return $classes;
}

/** Whether the comment before the class says so: looked up in the file, as not every class loads by itself. */
function isInternalFile(string $file): bool
{
    $parts = preg_split('/^(?:final |abstract |readonly )*(?:class|interface|trait|enum) /m', file_get_contents($file));

    return str_contains($parts[0], '@internal');
}

function isLoadable(string $name): bool
{
    return class_exists($name) || interface_exists($name) || trait_exists($name);
}

/**
 * @param \ReflectionClass<object> $class
 * @return list<string>
 */
function linesOfClass(\ReflectionClass $class): array
{
    return [
        headOf($class),
        ...array_map(fn (string $line): string => INDENT . $line, [
            ...linesOfConstants($class),
            ...linesOfProperties($class),
            ...linesOfMethods($class),
        ]),
    ];
}

/** @param \ReflectionClass<object> $class */
function headOf(\ReflectionClass $class): string
{
    if ($class->isEnum()) {
        return "enum {$class->getName()}";
    }
    $kind = match (true) {
        $class->isInterface() => 'interface',
        $class->isTrait() => 'trait',
        default => modifiersOf($class) . 'class',
    };
    $parent = $class->getParentClass();
    $inherited = $parent ? $parent->getInterfaceNames() : [];
    $interfaces = array_diff($class->getInterfaceNames(), $inherited);
    sort($interfaces);

    return "$kind {$class->getName()}"
        . ($parent && !isInternal($parent) ? " extends {$parent->getName()}" : '')
        . ($interfaces ? ($class->isInterface() ? ' extends ' : ' implements ') . implode(', ', $interfaces) : '');
}

/** @param \ReflectionClass<object> $class */
function modifiersOf(\ReflectionClass $class): string
{
    return ($class->isFinal() ? 'final ' : '')
        . ($class->isAbstract() ? 'abstract ' : '')
        . ($class->isReadOnly() ? 'readonly ' : '');
}

/**
 * @param \ReflectionClass<object> $class
 * @return list<string>
 */
function linesOfConstants(\ReflectionClass $class): array
{
    $lines = [];
    foreach ($class->getReflectionConstants() as $constant) {
        if (!$constant->isPrivate() && isToldWith($class, $constant)) {
            $value = $constant->getValue();
            $text = literal($value instanceof \BackedEnum ? $value->value : $value);
            $lines[] = ($constant->isEnumCase() ? 'case ' : accessOf($constant) . ' const ')
                . "{$constant->getName()} = $text";
        }
    }
    sort($lines);

    return $lines;
}

/**
 * @param \ReflectionClass<object> $class
 * @return list<string>
 */
function linesOfProperties(\ReflectionClass $class): array
{
    $lines = [];
    // Every enum of PHP has the same two.
    foreach ($class->isEnum() ? [] : $class->getProperties() as $property) {
        if (!$property->isPrivate() && isToldWith($class, $property)) {
            $lines[] = accessOf($property)
                . ($property->isStatic() ? ' static' : '')
                . ($property->isReadOnly() ? ' readonly' : '')
                . " {$property->getType()} \${$property->getName()}";
        }
    }
    sort($lines);

    return $lines;
}

/**
 * @param \ReflectionClass<object> $class
 * @return list<string>
 */
function linesOfMethods(\ReflectionClass $class): array
{
    $methods = $class->getMethods();
    usort($methods, fn (\ReflectionMethod $a, \ReflectionMethod $b): int => strcmp($a->getName(), $b->getName()));
    $lines = [];
    foreach ($methods as $method) {
        if (!$method->isPrivate() && isToldWith($class, $method) && isUsable($method)) {
            array_push($lines, ...linesOfMethod($method));
        }
    }

    return $lines;
}

/** Whether others can call or write it. What is protected and takes or gives something internal is for the package. */
function isUsable(\ReflectionMethod $method): bool
{
    $types = [$method->getReturnType(), ...array_map(
        fn (\ReflectionParameter $parameter): ?\ReflectionType => $parameter->getType(),
        $method->getParameters(),
    )];

    return !array_filter($types, isInternalType(...)) && !isOfEveryEnum($method);
}

function isInternalType(?\ReflectionType $type): bool
{
    foreach (preg_split('/[?|&()]+/', (string) $type) as $name) {
        if (isLoadable($name) && isInternal(new \ReflectionClass($name))) {
            return true;
        }
    }

    return false;
}

function isOfEveryEnum(\ReflectionMethod $method): bool
{
    return $method->getDeclaringClass()->isEnum() && $method->isInternal();
}

/** @return list<string> */
function linesOfMethod(\ReflectionMethod $method): array
{
    $modifiers = ($method->isAbstract() && !$method->getDeclaringClass()->isInterface() ? 'abstract ' : '')
        . ($method->isFinal() ? 'final ' : '')
        . accessOf($method)
        . ($method->isStatic() ? ' static' : '');
    $type = $method->getReturnType() ?? $method->getTentativeReturnType();

    return [
        "$modifiers function {$method->getName()}()" . ($type ? ": $type" : ''),
        ...array_map(
            fn (\ReflectionParameter $parameter): string => INDENT . lineOfParameter($parameter),
            $method->getParameters(),
        ),
    ];
}

/** A caller may name an argument or go by its place, so that each has both. */
function lineOfParameter(\ReflectionParameter $parameter): string
{
    $name = ($parameter->isPassedByReference() ? '&' : '') . '$' . $parameter->getName();
    $type = (string) $parameter->getType();
    $place = $parameter->getPosition() + 1;

    return match (true) {
        $parameter->isVariadic() => "$type ...$name",
        $parameter->isDefaultValueAvailable() => "$place $type $name = " . literal($parameter->getDefaultValue()),
        $parameter->isOptional() => "$place $type $name = ?",
        default => "required $place $type $name",
    };
}

/**
 * Whether a member is listed with a class: it is not internal, and no public base has it already.
 *
 * @param \ReflectionClass<object> $class
 */
function isToldWith(
    \ReflectionClass $class,
    \ReflectionMethod|\ReflectionProperty|\ReflectionClassConstant $member,
): bool {
    $owner = $member->getDeclaringClass();
    // PHP's own classes have nothing in this package.
    if (isInternal($member) || $owner->isInternal()) {
        return false;
    }

    return $owner->getName() === $class->getName() || isInternal($owner);
}

/** @param \ReflectionClass<object>|\ReflectionMethod|\ReflectionProperty|\ReflectionClassConstant $of */
function isInternal(\ReflectionClass|\ReflectionMethod|\ReflectionProperty|\ReflectionClassConstant $of): bool
{
    return str_contains((string) $of->getDocComment(), '@internal');
}

function accessOf(\ReflectionMethod|\ReflectionProperty|\ReflectionClassConstant $member): string
{
    return $member->isProtected() ? 'protected' : 'public';
}

function literal(mixed $value): string
{
    return $value instanceof \UnitEnum
        ? $value::class . "::{$value->name}"
        : json_encode($value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
}
