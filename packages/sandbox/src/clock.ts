/** The sandbox's own time, in whole milliseconds since 1970. It never goes back. */
export interface Clock {
  now(): number;
  /** Seconds of the sandbox in each real second: 1 is real time, 0 stands still. */
  readonly speed: number;
  setSpeed(speed: number): void;
  /** Moves forward to a time; one that has passed changes nothing. */
  moveTo(time: number): void;
  /** Begins again at a time, which may lie back. */
  restart(time: number, speed: number): void;
  /** How many real milliseconds are left until a time; `Infinity` while the clock stands still. */
  realTimeUntil(time: number): number;
}

/** Where the clock stops: times have four digits for the year. */
export const latestTime = Date.parse("9999-12-31T23:59:59.999Z");

/** @param start the time at which it begins, by default the real one. */
export function createClock({ start = Date.now(), speed = 1 }: Partial<ClockStart> = {}): Clock {
  // The machine's own clock may be set back while the sandbox runs; this one only counts on.
  let since = performance.now();
  let base = start;
  const exact = () => Math.min(latestTime, base + (performance.now() - since) * speed);
  const rebase = (time: number) => {
    base = time;
    since = performance.now();
  };
  return {
    now: () => Math.floor(exact()),
    get speed() {
      return speed;
    },
    setSpeed(next) {
      rebase(exact());
      speed = next;
    },
    moveTo(time) {
      rebase(Math.max(exact(), time));
    },
    restart(time, next) {
      rebase(time);
      speed = next;
    },
    realTimeUntil(time) {
      const left = time - exact();
      return left > 0 ? left / speed : 0;
    },
  };
}

export interface ClockStart {
  start: number;
  speed: number;
}
