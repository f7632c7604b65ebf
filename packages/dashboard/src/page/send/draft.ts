import { signal } from "@preact/signals";
import { digitsOf } from "../messages/phone-number.ts";
import { fromLocalField } from "../time/indian-time.ts";

/** What the form holds. It outlives a visit to another part of the page. */
export interface Draft {
  mode: "single" | "bulk";
  to: string;
  /** One mobile a line. */
  recipients: string;
  senderId: string;
  templateId: string;
  type: string;
  message: string;
  unicode: boolean;
  /** Whether to send at `scheduleAt`. */
  later: boolean;
  /** What the `datetime-local` field holds. */
  scheduleAt: string;
}

export const draft = signal<Draft>({
  mode: "single",
  to: "919876543210",
  recipients: "919876543210\n919876543211",
  senderId: "",
  templateId: "",
  type: "transactional",
  message: "",
  unicode: false,
  later: false,
  scheduleAt: "",
});

/** A call of the API as the form describes it. */
export type SendCall =
  | { operation: "send"; path: "/sms/send"; body: CallBody & { to: string } }
  | { operation: "sendBulk"; path: "/sms/bulk"; body: CallBody & { recipients: string[] } };

interface CallBody {
  message: string;
  senderId: string;
  templateId: string;
  type: "transactional" | "promotional";
  unicode?: true;
  scheduleAt?: string;
}

/**
 * The call that a draft stands for. It is made as it is written, mistakes included: the API's answer to them
 * is worth seeing.
 */
export function callOf(from: Draft): SendCall {
  const { message, senderId, templateId, type, unicode, later, scheduleAt } = from;
  const rest: CallBody = {
    message,
    senderId,
    templateId,
    // The form offers the types that there are; a template may have been registered with another.
    type: type as CallBody["type"],
    ...(unicode && { unicode }),
    ...(later && scheduleAt && { scheduleAt: fromLocalField(scheduleAt) }),
  };
  return from.mode === "single"
    ? { operation: "send", path: "/sms/send", body: { to: mobile(from.to), ...rest } }
    : {
        operation: "sendBulk",
        path: "/sms/bulk",
        body: { recipients: recipientsOf(from.recipients), ...rest },
      };
}

/** The mobiles of a list with one a line, or with commas. */
export function recipientsOf(list: string): string[] {
  return list
    .split(/[\n,;]/)
    .map(mobile)
    .filter((each) => each !== "");
}

/** Spaces, dashes and a plus sign are for people; anything else is left for the API to refuse. */
function mobile(written: string): string {
  const trimmed = written.trim();
  return /^\+?[\d\s-]+$/.test(trimmed) ? digitsOf(trimmed) : trimmed;
}
