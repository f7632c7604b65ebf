import type { ErrorCode } from "@getclickmedia/sms-types";
import type { Ending } from "./store/store.ts";

/** What becomes of a message to a number that no mobile in India can have, as none begins with 0. */
export interface MagicRecipient {
  to: string;
  effect: string;
  /** How it ends, where it does not arrive. */
  ending?: Exclude<Ending, "delivered">;
  failReason?: string;
  /** Where it stays for ever. */
  stuck?: "queued" | "dispatched";
  /** Whether the handset takes its time. */
  slow?: boolean;
  /** The error that answers the call. */
  error?: ErrorCode;
  /** Whether a bulk send leaves it out, and counts it as failed. */
  unreachable?: boolean;
}

const recipients: Omit<MagicRecipient, "to">[] = [
  { effect: "Delivered, as any other number." },
  {
    effect: "Failed: the handset is switched off.",
    ending: "failed",
    failReason: "Handset switched off",
  },
  {
    effect: "Failed: nobody has this number.",
    ending: "failed",
    failReason: "Number not in service",
  },
  {
    effect: "Failed: out of reach until the message expired.",
    ending: "failed",
    failReason: "Handset out of reach, message expired",
  },
  { effect: "Failed: the handset is full.", ending: "failed", failReason: "Handset memory full" },
  {
    effect: "Rejected by the operator for its template. The credits come back.",
    ending: "rejected",
    failReason: "Template not approved for this header",
  },
  {
    effect: "Rejected by the operator, as its owner wants no promotions. The credits come back.",
    ending: "rejected",
    failReason: "Recipient has blocked this category",
  },
  { effect: "Stuck in the queue for ever.", stuck: "queued" },
  { effect: "Stuck at the carrier for ever.", stuck: "dispatched" },
  { effect: "Delivered, but slowly.", slow: true },
  {
    effect: "The call is answered with GATEWAY_ERROR; nothing is accepted.",
    error: "GATEWAY_ERROR",
  },
  {
    effect: "The call is answered with RATE_LIMIT_EXCEEDED; nothing is accepted.",
    error: "RATE_LIMIT_EXCEEDED",
  },
  {
    effect: "The call is answered with ROUTE_FORBIDDEN; nothing is accepted.",
    error: "ROUTE_FORBIDDEN",
  },
  {
    effect:
      "Not accepted: a single send is answered with INVALID_NUMBER, a bulk send counts it as failed.",
    unreachable: true,
  },
];

/** The magic recipients in the order of their numbers: 910000000000 and on. */
export const magicRecipients: MagicRecipient[] = recipients.map((recipient, index) => ({
  to: `910${String(index).padStart(9, "0")}`,
  ...recipient,
}));

const byNumber = new Map(magicRecipients.map((recipient) => [recipient.to, recipient]));

export function magicRecipient(to: string): MagicRecipient | undefined {
  // All other numbers are told apart by one character.
  return to[2] === "0" ? byNumber.get(to) : undefined;
}
