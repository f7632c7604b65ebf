import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from "vitest";
import {
  createReplayGuard,
  fetchWebhook,
  parse,
  type ReplayClaim,
  type ReplayGuard,
  signatureHeader,
  type WebhookOptions,
} from "./index.ts";
import { events, hmac, signed } from "./test/webhook-examples.ts";

let consoleError: MockInstance<typeof console.error>;
beforeEach(() => {
  consoleError = vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  consoleError.mockRestore();
});

/** Delivers bodies to a receiver and answers the status. */
function receiver(options: Partial<WebhookOptions>) {
  const receive = fetchWebhook({ secret: signed.secret, onEvent: () => {}, ...options });
  return async (body = signed.body, signature = hmac(body)) => {
    const headers = { [signatureHeader]: signature };
    const request = new Request("https://example.com", { method: "POST", headers, body });
    return (await receive(request)).status;
  };
}

const fault = new Error("The database is gone.");
const fail = () => {
  throw fault;
};

test("without onError, a fault is written to the console", async () => {
  expect(await receiver({ onEvent: fail })()).toBe(500);
  expect(await receiver({ secret: () => undefined })()).toBe(500);
  expect(consoleError.mock.calls).toEqual([
    [fault],
    [expect.objectContaining({ reason: "configuration" })],
  ]);
});

test("without onError, what strangers send leaves the console clean", async () => {
  const deliver = receiver({ maxBodyBytes: signed.body.length, maxAge: 1 });
  expect(await deliver(signed.body, hmac("another"))).toBe(401);
  expect(await deliver(`${signed.body} `)).toBe(413);
  expect(await deliver("null")).toBe(400);
  expect(await deliver()).toBe(400);
  expect(consoleError).not.toHaveBeenCalled();
});

test("with onError, the console stays clean", async () => {
  expect(await receiver({ onEvent: fail, onError: () => {} })()).toBe(500);
  expect(consoleError).not.toHaveBeenCalled();
});

test("an onError that fails changes no answer, and is written to the console", async () => {
  const failure = new Error("The log is full.");
  const onErrors = [
    () => {
      throw failure;
    },
    async () => {
      throw failure;
    },
  ];
  for (const onError of onErrors) {
    expect(await receiver({ onEvent: fail, onError })()).toBe(500);
    expect(await receiver({ onError })(signed.body, "")).toBe(401);
  }
  expect(consoleError.mock.calls).toEqual([[failure], [failure], [failure], [failure]]);
});

test("a webhook error of the handler is a fault of the handler", async () => {
  const onError = vi.fn();
  const onEvent = () => parse(signed.body, "", signed.secret);
  expect(await receiver({ onEvent, onError })()).toBe(500);
  expect(onError.mock.calls).toEqual([[expect.objectContaining({ reason: "signature" }), 500]]);
});

test("the clock of the age can be given", async () => {
  const deliver = receiver({ maxAge: 60, now: () => Date.parse(events["sms.delivered"].queuedAt) });
  expect(await deliver()).toBe(204);
});

describe.each(["maxAge", "maxBodyBytes"])("%s", (name) => {
  test.each([Number.NaN, 0, -1, "60", null])("of %o is refused at once", (limit) => {
    expect(() => receiver({ [name]: limit })).toThrow(
      expect.objectContaining({
        reason: "configuration",
        message: `${name} must be a number over 0.`,
      }),
    );
  });

  test("may be left undefined, or have no end", async () => {
    for (const limit of [undefined, Number.POSITIVE_INFINITY])
      expect(await receiver({ [name]: limit })()).toBe(204);
  });
});

test("without a guard, every delivery is handled", async () => {
  const onEvent = vi.fn();
  const deliver = receiver({ onEvent });
  expect([await deliver(), await deliver()]).toEqual([204, 204]);
  expect(onEvent).toHaveBeenCalledTimes(2);
});

test("the message and the event together name what the guard knows", async () => {
  const onEvent = vi.fn();
  const deliver = receiver({ onEvent, replayGuard: createReplayGuard() });
  const { "sms.delivered": delivered, "sms.queued": queued, "sms.failed": failed } = events;
  expect(queued.messageId).toBe(delivered.messageId);
  const sent = [queued, delivered, failed, { ...failed, messageId: `${failed.messageId}0` }];
  for (const event of [...sent, ...sent, { ...queued, operator: "Jio" }])
    expect(await deliver(JSON.stringify(event))).toBe(204);
  expect(onEvent.mock.calls).toEqual(sent.map((event) => [event]));
});

test("an event about no message is handled each time", async () => {
  const onEvent = vi.fn();
  const guard = { claim: vi.fn(), confirm: vi.fn(), release: vi.fn() };
  const deliver = receiver({ onEvent, replayGuard: guard });
  for (const body of ['{"event":"x"}', '{"event":"x","messageId":1}'])
    expect(await deliver(body)).toBe(204);
  expect(onEvent).toHaveBeenCalledTimes(2);
  for (const method of Object.values(guard)) expect(method).not.toHaveBeenCalled();
});

/** A guard that writes down what it is asked, and promises its answers as one over a network does. */
function tracedGuard(fails?: keyof ReplayGuard) {
  const guard = createReplayGuard();
  const trace: string[] = [];
  const traced =
    <Answer>(name: keyof ReplayGuard, method: (id: string) => Answer | Promise<Answer>) =>
    async (id: string): Promise<Answer> => {
      await Promise.resolve();
      trace.push(`${name} ${id}`);
      if (name === fails) throw new Error(`The store cannot ${name}.`);
      return method(id);
    };
  const replayGuard: ReplayGuard = {
    claim: traced<ReplayClaim>("claim", guard.claim),
    confirm: traced("confirm", guard.confirm),
    release: traced("release", guard.release),
  };
  return { replayGuard, trace };
}

const { messageId, event } = events["sms.delivered"];
const id = `${messageId}:${event}`;

test("an event is remembered once it is handled, and not before", async () => {
  const { replayGuard, trace } = tracedGuard();
  const onEvent = async () => {
    await Promise.resolve();
    trace.push("handled");
  };
  const deliver = receiver({ onEvent, replayGuard });
  expect([await deliver(), await deliver()]).toEqual([204, 204]);
  expect(trace).toEqual([`claim ${id}`, "handled", `confirm ${id}`, `claim ${id}`]);
});

test("an event whose handling failed is let in again", async () => {
  const { replayGuard, trace } = tracedGuard();
  const onEvent = vi.fn(async () => {});
  onEvent.mockRejectedValueOnce(fault);
  const onError = vi.fn();
  const deliver = receiver({ onEvent, onError, replayGuard });
  expect([await deliver(), await deliver(), await deliver()]).toEqual([500, 204, 204]);
  expect(onEvent).toHaveBeenCalledTimes(2);
  expect(onError.mock.calls).toEqual([[fault, 500]]);
  expect(trace).toEqual([
    `claim ${id}`,
    `release ${id}`,
    `claim ${id}`,
    `confirm ${id}`,
    `claim ${id}`,
  ]);
});

test("a delivery that comes while another is handled is asked to come again", async () => {
  const handling = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const onEvent = vi.fn(() => {
    started.resolve();
    return handling.promise;
  });
  const onError = vi.fn();
  const deliver = receiver({ onEvent, onError, replayGuard: createReplayGuard() });
  const first = deliver();
  await started.promise;
  expect(await deliver()).toBe(503);
  handling.resolve();
  expect(await first).toBe(204);
  expect(await deliver()).toBe(204);
  expect(onEvent).toHaveBeenCalledTimes(1);
  expect(onError).not.toHaveBeenCalled();
});

test("of many deliveries at once one is handled", async () => {
  const onEvent = vi.fn(() => new Promise((resolve) => setTimeout(resolve, 20)));
  const deliver = receiver({ onEvent, replayGuard: tracedGuard().replayGuard });
  const statuses = await Promise.all(Array.from({ length: 20 }, () => deliver()));
  expect(statuses.sort()).toEqual([204, ...Array(19).fill(503)]);
  expect(onEvent).toHaveBeenCalledTimes(1);
});

test("a forged delivery never reaches the guard", async () => {
  const { replayGuard, trace } = tracedGuard();
  const deliver = receiver({ replayGuard });
  expect(await deliver(signed.body, hmac("another"))).toBe(401);
  expect(trace).toEqual([]);
});

test.each([
  ["claim", 0],
  ["confirm", 1],
] as const)("an event that the guard cannot %s is answered with 500", async (method, handled) => {
  const onEvent = vi.fn();
  const onError = vi.fn();
  const { replayGuard } = tracedGuard(method);
  expect(await receiver({ onEvent, onError, replayGuard })()).toBe(500);
  expect(onEvent).toHaveBeenCalledTimes(handled);
  expect(onError.mock.calls).toEqual([[new Error(`The store cannot ${method}.`), 500]]);
});

test("where neither the handler nor the guard succeeds, the answer is 500", async () => {
  const onError = vi.fn();
  const { replayGuard } = tracedGuard("release");
  expect(await receiver({ onEvent: fail, onError, replayGuard })()).toBe(500);
  expect(onError.mock.calls).toEqual([[new Error("The store cannot release."), 500]]);
});

test("each delivery claims with a token of its own, and settles with it", async () => {
  const guard = {
    claim: vi.fn<ReplayGuard["claim"]>(() => "new"),
    confirm: vi.fn(),
    release: vi.fn(),
  };
  const onEvent = vi.fn().mockRejectedValueOnce(fault);
  const deliver = receiver({ onEvent, onError: () => {}, replayGuard: guard });
  expect([await deliver(), await deliver()]).toEqual([500, 204]);
  const [first, second] = guard.claim.mock.calls.map(([, token]) => token);
  expect(first).not.toBe(second);
  expect(guard.release.mock.calls).toEqual([[id, first]]);
  expect(guard.confirm.mock.calls).toEqual([[id, second]]);
});
