import { type ComparedText, comparedText, givenText } from "./compared-text.ts";
import { completeMatch } from "./complete-match.ts";
import { type Mismatch, mismatch } from "./mismatch.ts";
import type { Pattern } from "./pattern.ts";
import type { Matching } from "./rules.ts";
import { scan } from "./scan.ts";
import type { Template } from "./template.ts";

export type TemplateMatch = Match | Mismatch;

export interface Match {
  matches: true;
  /** What the variables hold, as it was given. */
  variables: string[];
}

/**
 * Whether a message is its template with the variables filled in. If the variables can be filled in more
 * than one way, each is as short as it can be, the first one first. Positions and lengths count UTF-16
 * code units from 0, as SMS and JavaScript do. The work grows with the length of the message times the
 * number of parts, whatever the message.
 */
export function matchTemplate(
  template: Template,
  text: string,
  { matching }: { matching: Matching },
): TemplateMatch {
  const { pattern, message, ends } = fit(template, text, matching);
  if (!ends) return mismatch(pattern, message);
  return { matches: true, variables: variablesOf(pattern, message, ends) };
}

/** Why a message is not its template with the variables filled in, if so. */
export function mismatchOf(
  template: Template,
  text: string,
  matching: Matching,
): Mismatch | undefined {
  const { pattern, message, ends } = fit(template, text, matching);
  return ends ? undefined : mismatch(pattern, message);
}

/** A template and a message as they are compared, and where each part ends if the message matches. */
function fit(template: Template, text: string, matching: Matching) {
  const pattern = template.patterns[matching];
  const message = comparedText(text, matching);
  return { pattern, message, ends: scan(pattern, message) ?? completeMatch(pattern, message) };
}

function variablesOf(pattern: Pattern, message: ComparedText, ends: readonly number[]): string[] {
  let start = 0;
  const variables: string[] = [];
  for (const [index, { kind }] of pattern.entries()) {
    const end = ends[index] ?? start;
    if (kind === "variable") variables.push(givenText(message, start, end));
    start = end;
  }
  return variables;
}
