import { magicRecipients } from "../src/magic-recipients.ts";

/** The number of the first magic recipient of whose effect this is a part. */
export function magicNumber(effect: string): string {
  const found = magicRecipients.find((recipient) => recipient.effect.includes(effect));
  if (!found) throw new Error(`No magic recipient is ${JSON.stringify(effect)}.`);
  return found.to;
}
