/** The part of a version that a change has to raise, from the least to the most. */
export const ratings = ["patch", "minor", "major"] as const;

export type Rating = (typeof ratings)[number];

/** Which way something travels: to the API, back from it, or between the API and a program's webhook. */
export const directions = ["request", "response", "webhook"] as const;

export type Direction = (typeof directions)[number];

/** One change of the API's description, as a program that uses the API sees it. */
export interface Change {
  rating: Rating;
  /** Names the rule that rated it. */
  rule: string;
  /** Empty for what no program sends or reads. */
  directions: Direction[];
  /** The calls and webhooks that it touches, as `POST /sms/send` and `webhook sms.failed`; empty for all. */
  operations: string[];
  /** Where it is in the head, or in the base when the head has it no longer: a JSON pointer. */
  pointer: string;
  /** A sentence that says what changed, in Markdown. */
  what: string;
  /** A sentence that says what whoever uses the API has to do. */
  todo: string;
}

/** The highest of the ratings, or nothing when there is no change. */
export function highest(changes: readonly { rating: Rating }[]): Rating | undefined {
  return ratings.findLast((rating) => changes.some((change) => change.rating === rating));
}
