import { html, json } from "../answer.ts";
import { half } from "../delivery.ts";
import type { Exchange } from "../exchange.ts";
import { answered, type Fault } from "./fault.ts";

/** Errors of a server, or of one in front of it, that do not say that nothing was accepted. */
export const serverErrors = {
  "500-without-code": {
    description: "Answers 500 with JSON that has no error code.",
    ...answered(() => withoutCode(500)),
  },
  "500-unknown-code": {
    description: "Answers 500 with an error code that nobody documents.",
    ...answered(({ api }) => {
      const { error } = JSON.parse(api.error("GATEWAY_ERROR").body);
      return json(500, { error: { ...error, code: "SOMETHING_NEW" } });
    }),
  },
  "500-html": {
    description: "Answers 500 with a page.",
    ...answered(() => html(500)),
  },
  "500-half-body": {
    description:
      "Answers 500 and half of a body without an error code, then closes the connection.",
    ...answered(
      () => withoutCode(500),
      half((wire) => wire.close()),
    ),
  },
  ...gatewayErrorsWith(502),
  ...gatewayErrorsWith(503),
  ...gatewayErrorsWith(504),
} satisfies Record<string, Fault>;

export const timedServerErrors = {
  "503-retry-after": {
    description: "Answers 503 with the given seconds in Retry-After and no error code.",
    seconds: 1,
    ...answered(({ seconds }) => {
      const answer = withoutCode(503);
      return { ...answer, headers: { ...answer.headers, "retry-after": String(seconds) } };
    }),
  },
} satisfies Record<string, Fault>;

function gatewayErrorsWith<Status extends number>(status: Status) {
  const withGatewayError = ({ api }: Exchange) => ({ ...api.error("GATEWAY_ERROR"), status });
  return {
    [`${status}-gateway-error`]: {
      description: `Answers ${status} with GATEWAY_ERROR, which is documented with another status.`,
      ...answered(withGatewayError),
    },
    [`${status}-without-code`]: {
      description: `Answers ${status} with JSON that has no error code.`,
      ...answered(() => withoutCode(status)),
    },
    [`${status}-html`]: {
      description: `Answers ${status} with a page.`,
      ...answered(() => html(status)),
    },
  } as Record<`${Status}-${"gateway-error" | "without-code" | "html"}`, Fault>;
}

function withoutCode(status: number) {
  return json(status, { error: { message: "The server has a fault." } });
}
