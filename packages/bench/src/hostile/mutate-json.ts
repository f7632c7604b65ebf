import type { Random } from "@getclickmedia/sms-random";
import { oddJson, oddText } from "./odd-values.ts";

const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/g;

/**
 * Changes a JSON text in one to three places: another value, another name, one left out, one there twice. Now
 * and then it is no JSON any more.
 */
export function mutateJson(random: Random, text: string): string | Uint8Array {
  let mutated = text;
  const changes = 1 + random.below(3);
  for (let change = 0; change < changes; change++) mutated = changePlace(random, mutated);
  return random.chance(0.15) ? breakText(random, mutated) : mutated;
}

function changePlace(random: Random, text: string): string {
  // What has been made large is not looked through again.
  const tokens = text.length > 100_000 ? [] : [...text.matchAll(token)];
  if (tokens.length === 0) return random.chance(0.5) ? oddJson(random) : text;
  const { index, 0: found } = random.pick(tokens);
  const end = index + found.length;
  const isName = text[end] === ":";
  const replace = (by: string) => text.slice(0, index) + by + text.slice(end);
  if (!isName) return replace(oddJson(random));
  switch (random.below(3)) {
    case 0:
      return replace(JSON.stringify(oddText(random)));
    case 1:
      return replace(`${found}:${oddJson(random)},${found}`);
    default:
      return replace(`${found}:${oddJson(random)},${JSON.stringify(oddText(random))}`);
  }
}

function breakText(random: Random, text: string): string | Uint8Array {
  const at = random.below(text.length + 1);
  switch (random.below(9)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return `${text.slice(0, at)}${random.pick([",", "}", "]", '"', "\\", "\0", "/*", "\u2028"])}${text.slice(at)}`;
    case 2:
      return `\ufeff${text}`;
    case 3:
      return text + text;
    case 4:
      return text.replaceAll('"', "'");
    case 5:
      return Buffer.from(text, "utf16le");
    case 6:
      return Buffer.concat([
        Buffer.from(text.slice(0, at)),
        Buffer.from([0xc0, 0xaf, 0xff, 0xed, 0xa0, 0x80]),
      ]);
    case 7:
      return "";
    default:
      return Buffer.from(Array.from({ length: 64 }, () => random.below(256)));
  }
}
