import { expect, onTestFinished, test } from "vitest";
import { bulk, mobiles } from "../../test/messages.ts";
import { newEndpoint } from "../accounts/add-accounts.ts";
import { openSandbox } from "../open-sandbox.ts";
import { sendBulk } from "../sending/send-bulk.ts";
import type { ControlCall } from "./operation.ts";
import { trafficOperations } from "./traffic-operations.ts";

test("a message that is ended by hand while thousands are due keeps the order of its receipts", async () => {
  const { core } = await openSandbox({ clock: "frozen" });
  onTestFinished(() => core.close());
  const [account] = core.registry.accounts();
  if (!account) throw new Error("There is no demo account.");
  // Nobody is there, so that the receipts stay to be looked at.
  const value = newEndpoint(core, "http://127.0.0.1:1/");
  const { number } = account;
  await core.registry.change([{ kind: "endpoint", account: number, id: value.endpointId, value }]);
  const last = 3_000;
  await sendBulk(core, account, bulk(mobiles(last)));
  // The last slice is sent, and not yet at its end; no receipt is recorded.
  core.clock.moveTo(core.clock.now() + 7_000);
  const message = await core.store.transaction((transaction) => transaction.message(last));
  if (!message) throw new Error("The last message is not there.");
  const request = {
    pathParameters: { messageId: core.messageId(message) },
    body: { status: "failed" },
  };
  const call = { core, account, request } as unknown as ControlCall;
  expect(await trafficOperations.endMessage?.(call)).toMatchObject({ status: 200 });
  const deliveries = await core.store.transaction((transaction) =>
    transaction.deliveries(number, { messageRow: last }, { before: 1e9, limit: 10 }),
  );
  expect(deliveries.map(({ event }) => event).reverse()).toEqual([
    "sms.queued",
    "sms.dispatched",
    "sms.failed",
  ]);
});
