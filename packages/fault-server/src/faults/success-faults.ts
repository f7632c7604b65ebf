import { html, json } from "../answer.ts";
import { answered, type Fault, success } from "./fault.ts";

/** A status that says success, with a body that does not fit it. */
export const successFaults = {
  ok: {
    description: "Answers with the success example of the operation: no fault at all.",
    ...answered(success),
  },
  "ok-garbage": {
    description: "Answers 200 with JSON that breaks off.",
    ...answered((exchange) => {
      const answer = success(exchange);
      return { ...answer, body: answer.body.slice(0, -10) };
    }),
  },
  "ok-html": {
    description: "Answers 200 with a page.",
    ...answered(() => html(200)),
  },
  "ok-empty": {
    description: "Answers 200 with an empty body.",
    ...answered((exchange) => ({ ...success(exchange), body: "" })),
  },
  "no-content": {
    description: "Answers 204.",
    ...answered(() => ({ status: 204, headers: {}, body: "" })),
  },
  "ok-array": {
    description: "Answers 200 with a JSON array.",
    ...answered(() => json(200, [])),
  },
  "ok-null": {
    description: "Answers 200 with the JSON null.",
    ...answered(() => json(200, null)),
  },
  "ok-string": {
    description: "Answers 200 with a JSON string.",
    ...answered(() => json(200, "queued")),
  },
  "ok-without-id": {
    description: "Answers 200 with the success example without its ids.",
    ...answered((exchange) => {
      const answer = success(exchange);
      const fields = Object.entries(JSON.parse(answer.body)).filter(([name]) => !/Id$/.test(name));
      return json(answer.status, Object.fromEntries(fields), answer.headers);
    }),
  },
  "ok-error-body": {
    description: "Answers 200 with the body of GATEWAY_ERROR.",
    ...answered(({ api }) => ({ ...api.error("GATEWAY_ERROR"), status: 200 })),
  },
} satisfies Record<string, Fault>;
