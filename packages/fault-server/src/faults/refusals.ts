import { type ErrorCode, errorCodes } from "@getclickmedia/sms-types";
import { type Answer, html } from "../answer.ts";
import { half } from "../delivery.ts";
import type { Exchange } from "../exchange.ts";
import { answered, type Fault } from "./fault.ts";

/** Every documented error, as its example has it. */
export const documentedErrors = Object.fromEntries(
  Object.values(errorCodes).map(({ name, status }) => [
    `error-${name}`,
    {
      description: `Answers ${status} with the documented ${name}.`,
      ...answered(({ api }) => api.error(name)),
    },
  ]),
) as Record<`error-${ErrorCode}`, Fault>;

/** Refusals that a server in between makes, or that lack what the documented ones have. */
export const refusals = {
  "rate-limited-without-retry-after": {
    description: "Answers 429 without Retry-After.",
    ...answered((exchange) => rateLimited(exchange)),
  },
  "rate-limited-html": {
    description: "Answers 429 with a page, without Retry-After.",
    ...answered(() => html(errorCodes.RATE_LIMIT_EXCEEDED.status)),
  },
  "rate-limited-half-body": {
    description: "Answers 429 without Retry-After, half of the body, then closes the connection.",
    ...answered(
      (exchange) => rateLimited(exchange),
      half((wire) => wire.close()),
    ),
  },
  "401-html": {
    description: "Answers 401 with a page.",
    ...answered(() => html(401)),
  },
  "408-html": {
    description: "Answers 408 with a page.",
    ...answered(() => html(408)),
  },
  "421-html": {
    description: "Answers 421 with a page; some clients send again on another connection.",
    ...answered(() => html(421)),
  },
  "425-html": {
    description: "Answers 425 with a page; some clients send again.",
    ...answered(() => html(425)),
  },
} satisfies Record<string, Fault>;

export const timedRefusals = {
  "rate-limited": {
    description: "Answers 429 with the given seconds in Retry-After.",
    seconds: 1,
    ...answered((exchange) => rateLimited(exchange, String(exchange.seconds))),
  },
  "rate-limited-date": {
    description: "Answers 429 with the date in Retry-After that is the given seconds ahead.",
    seconds: 1,
    ...answered((exchange) => rateLimited(exchange, dateAhead(exchange.seconds))),
  },
} satisfies Record<string, Fault>;

function rateLimited({ api }: Exchange, retryAfter?: string): Answer {
  const answer = api.error("RATE_LIMIT_EXCEEDED");
  const { "retry-after": _, ...headers } = answer.headers;
  return {
    ...answer,
    headers: retryAfter === undefined ? headers : { ...headers, "retry-after": retryAfter },
  };
}

/** An HTTP date has whole seconds: rounded up, so that the wait is not shorter than what was ordered. */
function dateAhead(seconds: number): string {
  const wholeSeconds = Math.ceil(Date.now() / 1000 + seconds);
  return new Date(wholeSeconds * 1000).toUTCString();
}
