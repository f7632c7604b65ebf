import { errorCodes } from "@getclickmedia/sms-types";
import type { Control } from "../api/control.ts";

type Effect = Control["FaultEffect"];

/** The ways to break a call. */
export const faultKinds = [
  { value: "error", label: "Answer with an error" },
  { value: "delay", label: "Answer late" },
  { value: "reset-before", label: "Cut the connection before the call has its effect" },
  { value: "reset-after", label: "Cut the connection after the call had its effect" },
  { value: "redirect", label: "Answer as to plain HTTP, with a redirect" },
] as const;

export type FaultKind = (typeof faultKinds)[number]["value"];

/** The effect of a kind of fault, with the error code or the delay that it needs. */
export function effectOf(kind: FaultKind, error: string, delayMs: number): Effect {
  switch (kind) {
    case "error":
      return { error };
    case "delay":
      return { delayMs };
    case "reset-before":
      return { reset: "before" };
    case "reset-after":
      return { reset: "after" };
    case "redirect":
      return { redirect: "https" };
  }
}

/** What a fault does, in a few words. */
export function effectInWords(effect: Effect): string {
  if ("error" in effect) return `Answer with ${effect.error}`;
  if ("delayMs" in effect) return `Answer ${effect.delayMs.toLocaleString("en-IN")} ms late`;
  if ("reset" in effect) return `Cut the connection ${effect.reset} the call has its effect`;
  return "Answer with a redirect, as to plain HTTP";
}

/** Every error of the API's catalogue, for a choice. */
export const errorOptions = Object.values(errorCodes).map(({ name, status }) => ({
  value: name,
  label: `${status} ${name}`,
}));
