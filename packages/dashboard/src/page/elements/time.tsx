import { dateAndTime, timeOfDay } from "../time/indian-time.ts";

/** A time in India; its tip has the time as the API writes it. */
export function Time({ at, form = "full" }: { at: string; form?: "full" | "time" }) {
  return (
    <time dateTime={at} title={at}>
      {form === "time" ? timeOfDay(at) : dateAndTime(at)}
    </time>
  );
}
