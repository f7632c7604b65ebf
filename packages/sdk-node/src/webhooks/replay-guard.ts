import { checkLimits } from "./limits.ts";

/**
 * What a guard says of an event:
 * - `new`: it is yours to handle now.
 * - `pending`: another delivery of it is being handled.
 * - `handled`: it was handled before.
 */
export type ReplayClaim = "new" | "pending" | "handled";

/**
 * Remembers which events were handled, so that one that is delivered again, or replayed by somebody who
 * has recorded it, is not handled twice.
 *
 * An event is remembered only once `onEvent` has succeeded: when it fails, or the process dies, the next
 * delivery is let in. So every event is handled at least once, and twice only when `onEvent` outlasts its
 * lease or the process dies between handling and remembering.
 *
 * {@link createReplayGuard} keeps this in the memory of one process. For several processes write one over
 * the store that they share; with Redis for instance:
 *
 * ```ts
 * const replayGuard: ReplayGuard = {
 *   async claim(id, token = "pending") {
 *     if (await redis.set(id, token, { NX: true, EX: 60 })) return "new";
 *     return (await redis.get(id)) === "handled" ? "handled" : "pending";
 *   },
 *   confirm: (id) => redis.set(id, "handled", { EX: 86_400 }),
 *   release: (id, token = "pending") => redis.eval(deleteIfEqual, { keys: [id], arguments: [token] }),
 * };
 * const deleteIfEqual =
 *   'if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) end';
 * ```
 */
export interface ReplayGuard {
  /**
   * Takes an event if nobody has it. Looking and taking must be one step, so that of two deliveries at
   * the same time only one gets `new`. Let the claim expire, in case its owner dies.
   * @param id names the event: its `messageId` and `event`, as `gcm_msg_1a2b3c4d5e:sms.delivered`.
   * @param token names the claim, as no other is named. Adapters always give one.
   */
  claim(id: string, token?: string): ReplayClaim | Promise<ReplayClaim>;
  /** Remembers an event as handled: also where the claim has expired, and whoever has it by now. */
  confirm(id: string, token?: string): unknown;
  /**
   * Gives up the claim of an event that could not be handled, so that its next delivery is let in. It must end no
   * claim with another token: that of somebody who got the event once this one had expired.
   */
  release(id: string, token?: string): unknown;
}

/** Options of {@link createReplayGuard}. */
export interface ReplayGuardOptions {
  /**
   * How many events are remembered at most; the oldest is forgotten first. One takes about 250 bytes.
   * @defaultValue 10000
   */
  capacity?: number | undefined;
  /**
   * How long a handled event is remembered, in seconds. With `maxAge` it need not be longer than that.
   * @defaultValue 86400
   */
  ttl?: number | undefined;
  /**
   * How long `onEvent` may take before the event is let in again, in seconds.
   * @defaultValue 60
   */
  lease?: number | undefined;
}

/**
 * A replay guard in the memory of this process. Create it once, outside the handler. A restart empties it.
 * @throws {@link WebhookError} `configuration` when an option is no number over 0.
 */
export function createReplayGuard({
  capacity = 10_000,
  ttl = 86_400,
  lease = 60,
}: ReplayGuardOptions = {}): ReplayGuard {
  checkLimits({ capacity, ttl, lease });
  // In the order in which they were last written, so that the first is the oldest.
  const known = new Map<string, { claim: ReplayClaim; until: number; token: string | undefined }>();
  const remember = (id: string, claim: ReplayClaim, seconds: number, token?: string) => {
    known.delete(id);
    for (const [oldest] of known) {
      if (known.size < capacity) break;
      known.delete(oldest);
    }
    known.set(id, { claim, until: Date.now() + seconds * 1000, token });
  };
  return {
    claim(id, token) {
      const entry = known.get(id);
      if (entry && Date.now() < entry.until) return entry.claim;
      remember(id, "pending", lease, token);
      return "new";
    },
    confirm: (id) => remember(id, "handled", ttl),
    release: (id, token) => known.get(id)?.token === token && known.delete(id),
  };
}
