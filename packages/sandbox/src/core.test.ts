import { describe, expect, onTestFinished, test } from "vitest";
import { magicNumber } from "../test/magic-number.ts";
import { otp } from "../test/messages.ts";
import { newEndpoint } from "./accounts/add-accounts.ts";
import { openSandbox } from "./open-sandbox.ts";
import { send } from "./sending/send.ts";

test("what is due happens before whoever asks is answered, also if work beside it fails", async () => {
  const { core } = await openSandbox({ clock: "frozen" });
  const account = core.accountWithKey("gcm_test_demo");
  if (!account) throw new Error("There is no demo account.");
  const credits = () => core.act((transaction) => transaction.credits(account.number));
  const before = await credits();
  for (const beside of [core.store.transaction, core.act]) {
    await send(core, account, { ...otp, to: magicNumber("for its template") });
    expect(await credits()).toBe(before - 1);
    core.clock.moveTo(core.clock.now() + 2_000);
    // In one group the failure undoes the refund as well, and so it has to be made again.
    const [asked, failed] = await Promise.allSettled([
      credits(),
      beside(async () => {
        throw new Error("Not so.");
      }),
    ]);
    expect(asked).toMatchObject({ value: before });
    expect(failed).toMatchObject({ status: "rejected" });
  }
  await core.close();
});

describe("a step that nobody hears of waits for somebody to look, a second at most", () => {
  /** A sandbox in which a message has been sent, and when its first step is due. */
  async function sent(to: string = otp.to) {
    const settings = { delays: { queueMs: 300, carrierMs: 200 } };
    const { core } = await openSandbox({ clock: "frozen", config: { settings } });
    onTestFinished(() => core.close());
    const account = core.accountWithKey("gcm_test_demo");
    if (!account) throw new Error("There is no demo account.");
    await send(core, account, { ...otp, to });
    const now = core.clock.now();
    const { queueMs, carrierMs } = core.settings.delays;
    return { core, account, dispatchAt: now + queueMs, endAt: now + queueMs + carrierMs };
  }

  test("as nothing depends on it", async () => {
    const { core, dispatchAt, endAt } = await sent();
    expect(core.settle.next).toBe(dispatchAt + 1_000);
    core.clock.moveTo(dispatchAt);
    await core.act(async () => undefined);
    expect(core.settle.next).toBe(endAt + 1_000);
  });

  test("but a refund is on time", async () => {
    const { core, endAt } = await sent(magicNumber("for its template"));
    expect(core.settle.next).toBe(endAt);
    core.clock.moveTo(endAt - 1);
    await core.act(async () => undefined);
    expect(core.settle.next).toBe(endAt);
  });

  test("but not while somebody watches", async () => {
    const { core, dispatchAt } = await sent();
    onTestFinished(core.changes.listen(() => undefined));
    await core.settleAgain();
    expect(core.settle.next).toBe(dispatchAt);
  });

  test("and an endpoint that comes in between hears only of what is to come", async () => {
    const { core, account, dispatchAt, endAt } = await sent();
    core.clock.moveTo(dispatchAt + 1);
    const value = newEndpoint(core, "http://127.0.0.1:9/");
    await core.registry.change([
      { kind: "endpoint", account: account.number, id: value.endpointId, value },
    ]);
    await core.settleAgain();
    expect(core.settle.next).toBe(endAt);
    core.clock.moveTo(endAt);
    const events = await core.act((transaction) =>
      transaction.deliveries(account.number, {}, { before: 100, limit: 100 }),
    );
    expect(events.map(({ event }) => event)).toEqual(["sms.delivered"]);
  });
});

test("new ids are each of their own, also of changes that are not over in the order they were begun", async () => {
  const { core } = await openSandbox({ clock: "frozen" });
  const keep = (id: string) =>
    core.registry.change([
      { kind: "header", account: 1, id, value: { senderId: id, approved: true } },
      core.counterChange(),
    ]);
  const ids = [core.newThingId("key")];
  const first = keep(ids[0] ?? "");
  ids.push(core.newThingId("key"));
  await first;
  ids.push(core.newThingId("key"));
  expect(new Set(ids).size).toBe(3);
  await core.close();
});
