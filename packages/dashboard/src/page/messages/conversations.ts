import type { Control } from "../api/control.ts";

type Message = Control["Message"];

/** The messages to one mobile. */
export interface Conversation {
  to: string;
  /** How many of the messages at hand are to it. */
  count: number;
  newest: Message;
}

/** The conversations that messages belong to, in the order of their newest ones. */
export function conversationsOf(newestFirst: readonly Message[]): Conversation[] {
  const byMobile = new Map<string, Conversation>();
  for (const message of newestFirst) {
    const known = byMobile.get(message.to);
    if (known) known.count += 1;
    else byMobile.set(message.to, { to: message.to, count: 1, newest: message });
  }
  return [...byMobile.values()];
}

/** The beginning of a text on one line, for where there is no room for 39,015 characters. */
export function beginningOf(text: string, length = 120): string {
  const characters = [...text.slice(0, length * 2).replace(/\s+/g, " ")];
  const isWhole = text.length <= length * 2 && characters.length <= length;
  return isWhole ? characters.join("") : `${characters.slice(0, length).join("")}…`;
}
