import { operationsOf, readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import type { Request } from "./collection.ts";
import { timeVariables, withComingTimes } from "./coming-time.ts";
import { jsonBody } from "./example-request.ts";

const document = await readDocument();
const bulk = operationsOf(document).find(({ operationId }) => operationId === "sendBulk");

function requestWith(body: object): Request {
  const raw = JSON.stringify(body, null, 2);
  return { method: "POST", header: [], url: { raw: "", host: [] }, body: jsonBody(raw) };
}

test("a time in a body becomes a variable with a script, and nothing else changes", () => {
  if (!bulk) throw new Error("The document has no bulk send.");
  const body = { message: 'Say "scheduleAt": "now"', scheduleAt: "2026-06-24T09:00:00+05:30" };
  const { request, event } = withComingTimes(bulk, requestWith(body));
  expect(JSON.parse(request.body?.raw ?? "")).toEqual({ ...body, scheduleAt: "{{scheduleAt}}" });
  expect(event).toHaveLength(1);
  const untimed = requestWith({ message: "text" });
  expect(withComingTimes(bulk, untimed)).toEqual({ request: untimed, event: [] });
});

test("the variable has a time of the document", () => {
  const [variable, ...others] = timeVariables(document);
  expect(others).toEqual([]);
  expect(variable?.key).toBe("scheduleAt");
  expect(JSON.stringify(document)).toContain(`"${variable?.value}"`);
});
