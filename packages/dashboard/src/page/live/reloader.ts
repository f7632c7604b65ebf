/** Loads something again and again, never twice at the same time. */
export interface Reloader {
  /** Loads now, or once more after the load that is under way. */
  request(): void;
  /** Forgets what is under way. */
  stop(): void;
}

/**
 * @param load what loads.
 * @param settled told of each load's outcome.
 * @param pause milliseconds between the end of a load and the next: changes may come ten times a second.
 */
export function createReloader<T>(
  load: () => Promise<T>,
  settled: (outcome: PromiseSettledResult<T>) => void,
  pause = 150,
): Reloader {
  let running = false;
  let again = false;
  let stopped = false;

  async function run() {
    running = true;
    again = false;
    const [outcome] = await Promise.allSettled([load()]);
    if (stopped) return;
    settled(outcome);
    await new Promise((resolve) => setTimeout(resolve, pause));
    running = false;
    if (again && !stopped) run();
  }

  return {
    request() {
      if (running) again = true;
      else run();
    },
    stop() {
      stopped = true;
    },
  };
}
