/** Makes text that a client sent fit to be shown in an error message. */
export type Printable = (text: string) => string;

const longest = 60;

/**
 * Client text is shown cut and clean. What contains a key is not shown at all, since error messages end
 * up in logs; a word stands in its place.
 */
export function createPrintable(keyPrefixes: string[]): Printable {
  return (text) => {
    const folded = text.toLowerCase(); // Media types are compared in lower case, so a key may be folded.
    if (keyPrefixes.some((prefix) => folded.includes(prefix.toLowerCase()))) return "(a key)";
    const clean = text.replace(/[^\x20-\x7e]/g, "?");
    return clean.length > longest ? `${clean.slice(0, longest)}...` : clean;
  };
}
