import type { Change, Direction } from "../change.ts";
import { isObject, type JsonObject, pointerOf } from "../json.ts";
import type { Place } from "../places.ts";
import { together } from "../uses.ts";
import { type Difference, differencesOf } from "./word-rules.ts";

/** An object of the document, and those of its keys that Redocly does not look into. */
interface Words {
  place: Place;
  words: JsonObject;
}

/**
 * Compares extensions and examples with all that lies within them, which no differ does: the catalogue of error
 * codes, plans and statuses, the prefixes of keys, the largest body.
 */
export function wordChanges(base: readonly Place[], head: readonly Place[]): Change[] {
  const [before, after] = [wordsOf(base), wordsOf(head)];
  const found = new Map<string, { difference: Difference; places: Place[]; pointer: string }>();
  for (const [path, now] of after) {
    // What is new with all around it is told by its surroundings.
    const then = before.get(path);
    if (then === undefined) continue;
    for (const word of new Set([...Object.keys(then.words), ...Object.keys(now.words)])) {
      for (const difference of differencesOf(word, then.words[word], now.words[word], now.place)) {
        const pointer = now.place.pointer + pointerOf([word, ...difference.keys]);
        const key = `${pointer} ${difference.rule} ${difference.what}`;
        const known = found.get(key) ?? { difference, places: [], pointer };
        found.set(key, { ...known, places: [...known.places, now.place] });
      }
    }
  }
  return [...found.values()].map(({ difference, places, pointer }) => {
    const { operations, directions } = together(places);
    const { rating, rule, what, todo } = difference;
    const ways: Direction[] = rating === "patch" ? [] : (difference.directions ?? directions);
    return { rating, rule, directions: ways, operations, pointer, what, todo };
  });
}

function wordsOf(places: readonly Place[]): Map<string, Words> {
  const found = new Map<string, Words>();
  for (const place of places) {
    const own = isObject(place.value) && !place.names ? Object.entries(place.value) : [];
    const words = Object.fromEntries(own.filter(([key]) => isWord(key)));
    // A reference with words beside it is one place with what it refers to, which comes last.
    found.set(place.path, { place, words: { ...words, ...found.get(place.path)?.words } });
  }
  return found;
}

function isWord(key: string): boolean {
  return key.startsWith("x-") || key === "example" || key === "examples";
}
