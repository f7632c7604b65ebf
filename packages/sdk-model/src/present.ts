/**
 * A part of the document that the SDK is made of.
 * @throws Error that names the part when the document lacks it: the SDK would be written without it.
 */
export function present<Part>(part: Part | undefined, name: string): Part {
  if (part === undefined) throw new Error(`The document has no ${name}. Add it to spec/.`);
  return part;
}
