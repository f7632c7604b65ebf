import { expect, test } from "vitest";
import { magicNumber } from "../test/magic-number.ts";
import { otp } from "../test/messages.ts";
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
