import { expect, onTestFinished, test } from "vitest";
import { magicNumber } from "../../test/magic-number.ts";
import { otp } from "../../test/messages.ts";
import { startReceiver, withStatus } from "../../test/webhooks/receiver.ts";
import { newEndpoint } from "../accounts/add-accounts.ts";
import { openSandbox } from "../open-sandbox.ts";
import { endMessage } from "../sending/end-message.ts";
import { send } from "../sending/send.ts";

// What depends on the turn of the event loop in which it happens; the rest is tested from outside.

/** A sandbox with one endpoint, and a way to send a message of which nothing happens but that it is queued. */
async function open(url: string) {
  const { core } = await openSandbox({ clock: "frozen" });
  onTestFinished(() => core.close());
  const [account] = core.registry.accounts();
  if (!account) throw new Error("There is no demo account.");
  const value = newEndpoint(core, url);
  const change = (enabled: boolean) =>
    core.registry.change([
      {
        kind: "endpoint",
        account: account.number,
        id: value.endpointId,
        value: { ...value, enabled },
      },
    ]);
  await change(true);
  await core.dispatcher.idle();
  return {
    core,
    change,
    send: () => send(core, account, { ...otp, to: magicNumber("in the queue") }),
  };
}

test("what happens while the dispatcher looks for what is due is not overlooked", async () => {
  const receiver = await startReceiver();
  const { core, send } = await open(receiver.url);
  await send();
  await core.dispatcher.idle();
  const message = await core.store.transaction((transaction) => transaction.message(1));
  if (!message) throw new Error("There is no message.");
  core.dispatcher.wake();
  await core.act((transaction, now) =>
    endMessage(core, transaction, message, now, "delivered", null),
  );
  await receiver.arrived(3);
});

test("what is recorded just before an endpoint is switched off is stopped when it is due", async () => {
  const receiver = await startReceiver(withStatus(500));
  const { core, change, send } = await open(receiver.url);
  await send();
  await core.dispatcher.idle();
  await change(false);
  core.clock.moveTo(core.clock.now() + 5_000);
  await core.dispatcher.idle();
  const delivery = await core.store.transaction((transaction) => transaction.delivery(1));
  expect(delivery).toMatchObject({ state: "stopped", nextAttemptAt: null });
  expect(receiver.received).toHaveLength(1);
});

test("nothing is attempted between a pause and its end", async () => {
  const receiver = await startReceiver();
  const { core, send } = await open(receiver.url);
  await core.dispatcher.pause();
  await send();
  core.dispatcher.wake();
  expect(await core.dispatcher.redeliver(1)).toBeUndefined();
  expect(receiver.received).toEqual([]);
  core.dispatcher.resume();
  await core.dispatcher.idle();
  expect(receiver.received).toHaveLength(1);
});
