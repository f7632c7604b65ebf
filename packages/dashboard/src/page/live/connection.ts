import { signal } from "@preact/signals";
import type { Control } from "../api/control.ts";
import { clock } from "../clock/clock.ts";
import { touch } from "./topics.ts";

/** Whether the sandbox is heard. */
export const connection = signal<"connecting" | "live" | "lost">("connecting");

const firstPause = 500;
const longestPause = 4000;

/**
 * Listens to the sandbox while the page is in sight, and comes back after the sandbox was away. A browser has
 * six connections for all tabs of an origin: tabs out of sight must not use them up.
 */
export function listenForChanges(url = "/_sandbox/changes"): void {
  let events: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let pause = firstPause;
  let missed = false;

  function open() {
    close();
    events = new EventSource(url);
    events.addEventListener("open", () => {
      pause = firstPause;
      connection.value = "live";
      // What happened in the meantime was not heard, and a sandbox that was started anew has forgotten everything.
      if (missed) touch();
      missed = false;
    });
    events.addEventListener("change", ({ data }) => {
      const change: Control["Change"] = JSON.parse(data);
      clock.value = { ...change.clock, readAt: performance.now() };
      touch(change.topics);
    });
    events.addEventListener("error", () => {
      close();
      connection.value = "lost";
      // Coming back is left to no browser: some give up, for instance after a proxy's answer in between.
      retry = setTimeout(open, pause);
      pause = Math.min(2 * pause, longestPause);
    });
  }

  function close() {
    clearTimeout(retry);
    if (!events) return;
    events.close();
    events = undefined;
    missed = true;
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) close();
    else open();
  });
  if (!document.hidden) open();
}
