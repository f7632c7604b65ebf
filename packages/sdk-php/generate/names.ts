/** The name of a case or class for a word of the API: of `transactional`, `Transactional`. */
export function pascalCase(word: string): string {
  const name = word.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, _gap, letter: string) =>
    letter.toUpperCase(),
  );
  if (!/^[A-Z]\w*$/.test(name)) throw new Error(`${word} cannot be a name in PHP.`);
  return name;
}

/** What PHP calls the class of an error: of `InvalidNumberError`, `InvalidNumberException`. */
export function exceptionName(className: string): string {
  return className.replace(/Error$/, "Exception");
}
