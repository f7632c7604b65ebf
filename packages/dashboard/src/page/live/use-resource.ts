import { useEffect, useRef, useState } from "preact/hooks";
import { type Problem, problemOf } from "../api/problem.ts";
import { createReloader, type Reloader } from "./reloader.ts";
import { stampOf, type Topic } from "./topics.ts";

/** A list or a thing of the sandbox, as far as it is known. */
export interface Resource<T> {
  /** What was read last; kept while it is read again. */
  data?: T;
  /** Why the last read failed. */
  problem?: Problem;
}

/**
 * Reads something of the sandbox, and reads it again whenever one of its topics changes.
 *
 * @param topics what it consists of.
 * @param key tells one thing from another: when it changes, what was read of the other is dropped.
 */
export function useResource<T>(
  topics: readonly Topic[],
  key: string,
  load: () => Promise<T>,
): Resource<T> {
  const [state, setState] = useState<Resource<T> & { key: string }>({ key });
  const stamp = stampOf(topics);
  const reloader = useRef<Reloader>(null);
  // The key stands for all that `load` depends on.
  useEffect(() => {
    const own = createReloader(load, (outcome) => {
      if (outcome.status === "fulfilled") setState({ key, data: outcome.value });
      else setState((before) => ({ ...ofKey(before, key), problem: problemOf(outcome.reason) }));
    });
    reloader.current = own;
    return () => own.stop();
  }, [key]);
  // A new key or stamp is the reason to read.
  useEffect(() => {
    reloader.current?.request();
  }, [key, stamp]);

  return ofKey(state, key);
}

/** The state, unless it is that of another thing. */
function ofKey<T>(state: Resource<T> & { key: string }, key: string): typeof state {
  return state.key === key ? state : { key };
}
