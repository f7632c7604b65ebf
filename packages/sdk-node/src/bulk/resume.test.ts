import { createRandom } from "@getclickmedia/sms-random";
import { expect, test } from "vitest";
import type { BulkOutcome, BulkResult } from "./bulk-result.ts";
import {
  type Answer,
  accept,
  type Decide,
  numbers,
  refuse,
  startRecordingServer,
  text,
  took,
} from "./recording-server.ts";

const runs = 300;

/** A server that fails at random, and remembers whom it has accepted how often. */
function unreliable(random: () => number, mayBeUnknown: boolean) {
  const accepted = new Map<string, number>();
  const take = (recipients: string[]) => {
    for (const each of recipients) accepted.set(each, (accepted.get(each) ?? 0) + 1);
  };
  const decide: Decide = (request, index): Answer => {
    const { recipients } = request;
    const lost = (answer: Answer): Answer => {
      if (random() < 0.5) take(recipients);
      return answer;
    };
    const known: (() => Answer)[] = [
      () => refuse("TEMPLATE_MISMATCH"),
      () => refuse("INVALID_API_KEY"),
      () => refuse("RATE_LIMIT_EXCEEDED", { "retry-after": "1" }),
      () => refuse("GATEWAY_ERROR"),
      () => refuse("INVALID_NUMBER"),
      () => took(0, recipients.length, index),
    ];
    const unknown: (() => Answer)[] = [
      () => lost("closed connection"),
      () => lost({ status: 502, body: {} }),
      () => lost({ status: 200, body: { total: recipients.length } }),
      () => {
        const taken = Math.floor(random() * (recipients.length - 1)) + 1;
        take(recipients.slice(0, taken));
        return took(taken, recipients.length, index);
      },
    ];
    if (random() < 0.6) {
      take(recipients);
      return accept(request, index);
    }
    const faults = mayBeUnknown && random() < 0.3 ? unknown : known;
    return faults[Math.floor(random() * faults.length)]?.() ?? accept(request, index);
  };
  return { accepted, decide };
}

/** The recipients as an array, or as a source that comes in its own time and may break. */
function sourceOf(
  recipients: string[],
  random: () => number,
): Iterable<string> | AsyncIterable<string> {
  if (random() < 0.4) return recipients;
  const breaksAt = random() < 0.3 ? Math.floor(random() * recipients.length) : -1;
  return (async function* () {
    for (const [index, recipient] of recipients.entries()) {
      if (index === breaksAt) throw new Error("The source broke.");
      if (random() < 0.1) await new Promise((resolve) => setImmediate(resolve));
      yield recipient;
    }
  })();
}

test.each([
  ["known", false],
  ["known and unknown", true],
])(
  `with %s failures, ${runs} sends that are resumed reach nobody twice and forget nobody`,
  async (_, mayBeUnknown) => {
    let decide: Decide = accept;
    const server = await startRecordingServer((request, index) => decide(request, index));
    const client = server.client();
    for (let seed = 1; seed <= runs; seed++) {
      const random = createRandom(seed).next;
      const api = unreliable(random, mayBeUnknown);
      decide = api.decide;
      const everyone = numbers(1 + Math.floor(random() * 40));
      const outcomes = new Map<string, BulkOutcome>();
      let left = [...everyone, ...everyone.filter(() => random() < 0.1)];
      for (let round = 0; left.length > 0; round++) {
        expect(round, `seed ${seed} goes on for ever`).toBeLessThan(200);
        const controller = new AbortController();
        const result: BulkResult = await client.sendBulk(
          { recipients: sourceOf(left, random), ...text },
          {
            recipientsPerRequest: 1 + Math.floor(random() * 7),
            concurrency: 1 + Math.floor(random() * 5),
            signal: controller.signal,
            onProgress: () => {
              if (random() < 0.05) controller.abort();
            },
          },
        );
        for (const [recipient, outcome] of result) outcomes.set(recipient, outcome);
        expect(result.complete && result.remaining.length > 0, `seed ${seed}`).toBe(false);
        const total = Object.values(result.counts).reduce((one, other) => one + other);
        expect(new Set([...result].map(([recipient]) => recipient)).size, `seed ${seed}`).toBe(
          total,
        );
        // Whoever was not read has no outcome, and is given again together with the remaining.
        const unread = result.sourceEnded ? [] : left.filter((each) => !new Map(result).has(each));
        left = [...result.remaining, ...unread];
      }
      for (const recipient of everyone) {
        const { status } = outcomes.get(recipient) ?? {};
        const times = api.accepted.get(recipient) ?? 0;
        const message = `seed ${seed}: ${recipient} is ${status} and was accepted ${times} times`;
        if (mayBeUnknown && status === "unknown") expect(times, message).toBeLessThanOrEqual(1);
        else expect([status, times], message).toEqual(["accepted", 1]);
      }
    }
  },
);
