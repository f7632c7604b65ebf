import { type Signal, signal } from "@preact/signals";
import type { Control } from "../api/control.ts";

/** A kind of thing that the sandbox tells changes of. */
export type Topic = Control["Change"]["topics"][number];

/** How often each kind that this page has asked for has changed since. */
const counts = new Map<string, Signal<number>>();

/** Says that these kinds have changed, or all. A kind that this page has not asked for is left alone. */
export function touch(topics: readonly string[] = [...counts.keys()]): void {
  for (const name of topics) {
    const count = counts.get(name);
    if (count) count.value += 1;
  }
}

/** A text that becomes another whenever one of these kinds changes. Whoever renders it renders again. */
export function stampOf(topics: readonly Topic[]): string {
  return topics.map((name) => countOf(name).value).join();
}

function countOf(name: Topic): Signal<number> {
  const count = counts.get(name) ?? signal(0);
  counts.set(name, count);
  return count;
}
