import type { Fault } from "@getclickmedia/sms-request-validation";
import { countSegments } from "@getclickmedia/sms-segments";
import { lastDayOf } from "../accounts/last-day.ts";
import { latestTime } from "../clock.ts";
import type { Core } from "../core.ts";
import { endOfIndianDay } from "../iso-time.ts";
import type { MagicRecipient } from "../magic-recipients.ts";
import { rateLimitFault } from "../rate-limit-fault.ts";
import type { Account } from "../registry.ts";
import type { Content } from "../store/store.ts";

/** What both kinds of send have in common. */
export interface SendBody {
  message: string;
  senderId: string;
  templateId: string;
  type: string;
  unicode?: boolean;
  scheduleAt?: string;
}

/** When a send is due, in milliseconds; the present for one without `scheduleAt`. */
export function startOf({ fault }: Core, { scheduleAt }: SendBody, now: number): number | Fault {
  if (scheduleAt === undefined) return now;
  const time = Date.parse(scheduleAt);
  if (Number.isNaN(time)) {
    return fault(
      "INVALID_REQUEST",
      "The field scheduleAt is no time that there is. Check every part of it.",
    );
  }
  if (time > latestTime) {
    return fault(
      "INVALID_REQUEST",
      "The field scheduleAt is after the year 9999, in UTC. Give an earlier time.",
    );
  }
  if (time > now) return time;
  return fault(
    "INVALID_REQUEST",
    `The field scheduleAt is in the past: here it is ${new Date(now).toISOString()}. Give a later time, or leave it out to send at once.`,
  );
}

/** Why an account may not send this, if so: its routes, then what DLT asks. */
export function refusalOf(
  { fault, registry, dlt }: Core,
  account: Account,
  body: SendBody,
  now: number,
): Fault | undefined {
  if (!account.routes.includes(body.type)) {
    return fault(
      "ROUTE_FORBIDDEN",
      `This account may not send ${body.type} messages. Use a type that it may send, or open the route for it.`,
    );
  }
  const refusal = dlt.check(body, now, {
    header: (senderId) => registry.get("header", account.number, senderId),
    template: (templateId) => registry.get("template", account.number, templateId),
  });
  return refusal && fault(refusal.code, refusal.message);
}

/** The answer that a magic recipient asks for, if it asks for an error. */
export function magicFault(
  { fault }: Core,
  account: Account,
  { error }: MagicRecipient,
): Fault | undefined {
  switch (error) {
    case undefined:
      return undefined;
    case "RATE_LIMIT_EXCEEDED":
      return rateLimitFault(fault, account, 1, "The recipient is one that is always answered so.");
    case "ROUTE_FORBIDDEN":
      return fault(
        error,
        "The route to this recipient is closed. It is one that is always answered so.",
      );
    default:
      return fault(
        error,
        "The carrier did not take the message. The recipient is one that is always answered so.",
      );
  }
}

export function contentOf(body: SendBody): Content {
  const { unicode = false } = body;
  const { text, segments } = countSegments(body.message, { unicode });
  return {
    senderId: body.senderId,
    templateId: body.templateId,
    type: body.type,
    unicode,
    text,
    segments,
    credits: segments,
  };
}

export function noCredits(
  { fault }: Core,
  account: Account,
  cost: number,
  credits: number,
  now: number,
): Fault {
  const lastDay = lastDayOf(account, now);
  const expired =
    endOfIndianDay(lastDay) <= now ? `, as those that it had expired on ${lastDay}` : "";
  return fault(
    "INSUFFICIENT_CREDITS",
    `This send costs ${cost} credits, and the account has ${credits} left${expired}. Add credits, then send again.`,
  );
}
