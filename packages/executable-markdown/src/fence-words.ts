/** The words behind the language of a fence, as `exit=22 offline`. */
export type FenceWords = Map<string, string>;

const word = /([^\s=]+)(?:=(?:"([^"]*)"|(\S*)))?/y;

/** @throws Error with what is wrong, for a word that comes twice or cannot be read. */
export function readFenceWords(meta: string): FenceWords {
  const words: FenceWords = new Map();
  const text = meta.trim();
  let at = 0;
  while (at < text.length) {
    word.lastIndex = at;
    const found = word.exec(text);
    if (!found) throw new Error(`cannot read "${text.slice(at)}" behind the language of the fence`);
    const [whole, name = "", quoted, plain] = found;
    if (words.has(name)) throw new Error(`"${name}" comes twice. Leave one of them out`);
    words.set(name, quoted ?? plain ?? "");
    at += whole.length;
    while (text[at] === " ") at += 1;
  }
  return words;
}

/**
 * @param known what may stand there, each with whether it needs a value.
 * @throws Error with what is wrong, for a word that has no meaning there.
 */
export function checkFenceWords(
  words: FenceWords,
  kind: string,
  known: Record<string, "bare" | "value" | "either">,
): void {
  for (const [name, value] of words) {
    const form = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!form) {
      const names = Object.keys(known).join(", ") || "nothing";
      throw new Error(`unknown word "${name}" on ${kind}. It may have: ${names}`);
    }
    if (form === "bare" && value !== "")
      throw new Error(`"${name}" takes no value. Write ${name} alone`);
    if (form === "value" && value === "")
      throw new Error(`"${name}" needs a value, as ${name}="…"`);
  }
}
