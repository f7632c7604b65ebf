import { type Signal, signal } from "@preact/signals";
import type { Control } from "../api/control.ts";

/** A kind of thing that the sandbox tells changes of. */
export type Topic = Control["Change"]["topics"][number];

const names: Topic[] = [
  "messages",
  "batches",
  "ledger",
  "accounts",
  "keys",
  "headers",
  "templates",
  "endpoints",
  "deliveries",
  "faults",
  "settings",
  "clock",
];

/** How often each kind has changed since the page was opened. */
const counts = new Map<string, Signal<number>>(names.map((name) => [name, signal(0)]));

/** Says that these kinds have changed. A kind that this page does not know is left alone. */
export function touch(topics: readonly string[] = names): void {
  for (const name of topics) {
    const count = counts.get(name);
    if (count) count.value += 1;
  }
}

/** A text that becomes another whenever one of these kinds changes. Whoever renders it renders again. */
export function stampOf(topics: readonly Topic[]): string {
  return topics.map((name) => counts.get(name)?.value).join();
}
