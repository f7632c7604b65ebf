import type { FieldModel } from "@getclickmedia/sms-sdk-model";

/** The name of a case or class for a word of the API: of `transactional`, `Transactional`. */
export function pascalCase(word: string): string {
  const name = word.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, _gap, letter: string) =>
    letter.toUpperCase(),
  );
  // `class` is how PHP asks for the name of a class.
  if (!/^[A-Z]\w*$/.test(name) || name === "Class")
    throw new Error(`${word} cannot be a name in PHP.`);
  return name;
}

/**
 * Refuses fields whose names cannot be those of properties or parameters.
 * @param taken Names that the SDK has there for something else.
 * @throws Error that names the field.
 */
export function checkNames(owner: string, fields: FieldModel[], taken: string[]): void {
  for (const { name } of fields)
    if (!/^[A-Za-z_]\w*$/.test(name) || ["this", ...taken].includes(name))
      throw new Error(
        `The field ${name} of ${owner} has a name that PHP does not allow or the SDK has for something else: choose another in spec/.`,
      );
}

/** What PHP calls the class of an error: of `InvalidNumberError`, `InvalidNumberException`. */
export function exceptionName(className: string): string {
  return className.replace(/Error$/, "Exception");
}
