import type { Fault } from "@getclickmedia/sms-request-validation";
import type { Core } from "../core.ts";
import { magicRecipient } from "../magic-recipients.ts";
import type { Account } from "../registry.ts";
import { contentOf, magicFault, refusalOf, type SendBody, startOf } from "./accept.ts";
import type { AcceptedSend } from "./accept-sends.ts";

/** `POST /sms/send`: accepts one message. */
export function send(
  core: Core,
  account: Account,
  body: SendBody & { to: string },
): Fault | Promise<AcceptedSend | Fault> {
  const { to } = body;
  const now = core.clock.now();
  const start = startOf(core, body, now);
  if (typeof start !== "number") return start;
  const magic = magicRecipient(to);
  const refusal =
    refusalOf(core, account, body, now) ??
    (magic && (magicFault(core, account, magic) ?? unreachableFault(core, magic.unreachable)));
  if (refusal) return refusal;
  const isScheduled = body.scheduleAt !== undefined;
  return core.acceptSend({ account, to, content: contentOf(body), start, isScheduled, magic });
}

function unreachableFault({ fault }: Core, unreachable = false): Fault | undefined {
  if (!unreachable) return undefined;
  return fault(
    "INVALID_NUMBER",
    "No operator has the number in the field to. It is one that is always answered so.",
  );
}
