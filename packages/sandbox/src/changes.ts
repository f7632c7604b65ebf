/** What can have changed, as the control API names it. */
export const topics = [
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
] as const;
export type Topic = (typeof topics)[number];

/** How long changes are collected before they are told, in milliseconds. */
const pause = 100;

/** Tells listeners what has changed, many changes at a time. */
export interface Changes {
  note(...topics: Topic[]): void;
  /** @returns a function that ends it. */
  listen(listener: (topics: Topic[]) => void): () => void;
  /** Whether anybody listens. */
  readonly areHeard: boolean;
}

export function createChanges(): Changes {
  const listeners = new Set<(topics: Topic[]) => void>();
  let noted = new Set<Topic>();
  let isWaiting = false;
  const tell = () => {
    const topics = [...noted];
    noted = new Set();
    isWaiting = false;
    for (const listener of listeners) listener(topics);
  };
  return {
    note(...topics) {
      if (listeners.size === 0) return;
      for (const topic of topics) noted.add(topic);
      if (isWaiting) return;
      isWaiting = true;
      setTimeout(tell, pause);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get areHeard() {
      return listeners.size > 0;
    },
  };
}
