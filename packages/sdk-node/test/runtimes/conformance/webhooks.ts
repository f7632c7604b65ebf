import {
  fetchWebhook,
  parse,
  sign,
  signatureHeader,
  verify,
  WebhookError,
} from "@getclickmedia/sms-sdk/webhooks";
import { type Check, expectEqual, failureOf } from "./check.ts";

export const webhooks: Record<string, Check> = {
  "a signature is verified": async ({ webhook: { body, secret, signature } }) => {
    const bytes = new TextEncoder().encode(body);
    expectEqual(
      [
        await verify(body, signature, secret),
        await verify(bytes, signature, ["another", secret]),
        await verify(`${body} `, signature, secret),
        await verify(body, signature, "another"),
        await verify(body, signature.toUpperCase(), secret),
        await verify(body, undefined, secret),
      ],
      [true, true, false, false, false, false],
    );
  },

  "a body is signed as the API signs it": async ({ webhook: { body, secret, signature } }) =>
    expectEqual(await sign(body, secret), signature),

  "an event is read": async ({ webhook: { body, secret, signature } }) => {
    expectEqual(await parse(body, signature, secret), JSON.parse(body));
    const error = await failureOf(parse(body, signature, "another"));
    expectEqual(error instanceof WebhookError && error.reason, "signature");
  },

  "a Request is received": async ({ webhook: { body, secret, signature } }) => {
    const events: unknown[] = [];
    const receive = fetchWebhook({ secret, onEvent: (event) => events.push(event) });
    const deliver = (claimed: string) =>
      receive(
        new Request("https://localhost/", {
          method: "POST",
          headers: { [signatureHeader]: claimed },
          body,
        }),
      );
    const statuses = [await deliver(signature), await deliver("0")].map(({ status }) => status);
    expectEqual([statuses, events], [[204, 401], [JSON.parse(body)]]);
  },
};
