/** How long the plan's limit looks back, in milliseconds. */
export const windowMs = 1_000;

/** Counts the requests of one account over the last second, to the millisecond. */
export interface RateLimit {
  /**
   * Takes one request, if there is room.
   * @returns 0, or else the whole seconds after which there is room again.
   */
  take(now: number, limit: number): number;
}

/**
 * A sliding window: in no second, wherever it begins, do more than the limit pass. A refused request
 * does not count, so that waiting as long as told always helps.
 */
export function createRateLimit(): RateLimit {
  const passedAt = new Int32Array(windowMs);
  let passed = 0;
  let seen = Number.NEGATIVE_INFINITY;

  const forget = (now: number) => {
    if (now - seen >= windowMs) {
      passedAt.fill(0);
      passed = 0;
    } else {
      for (let time = seen + 1; time <= now; time++) {
        passed -= passedAt[time % windowMs] ?? 0;
        passedAt[time % windowMs] = 0;
      }
    }
    seen = now;
  };

  return {
    take(now, limit) {
      if (now > seen) forget(now);
      if (passed >= limit) return Math.ceil(windowMs / 1_000);
      const slot = seen % windowMs;
      passedAt[slot] = (passedAt[slot] ?? 0) + 1;
      passed += 1;
      return 0;
    },
  };
}
