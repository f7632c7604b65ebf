import { setTimeout } from "node:timers/promises";
import { type ErrorCode, errorCodes } from "@getclickmedia/sms-types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FaultName, type FaultServer, faults, startFaultServer } from "../src/index.ts";
import { openConnection, type RawConnection, sendRequest } from "./raw-connection.ts";

/**
 * What each fault does to a send on the wire: what is answered, how the connection ends, and whether a
 * server that behaves so can have sent the message.
 */
const behaviours: Record<FaultName, string> = {
  ok: "200 whole, open, accepted",
  "ok-garbage": "200 whole, open, accepted",
  "ok-html": "200 whole, open, accepted",
  "ok-empty": "200 whole, open, accepted",
  "no-content": "204 whole, open, accepted",
  "ok-array": "200 whole, open, accepted",
  "ok-null": "200 whole, open, accepted",
  "ok-string": "200 whole, open, accepted",
  "ok-without-id": "200 whole, open, accepted",
  "ok-error-body": "200 whole, open, accepted",
  "refuse-before-read": "nothing, reset",
  "stall-before-read": "nothing, open",
  "reset-after-headers": "nothing, reset",
  "reset-after-read": "nothing, reset, accepted",
  "close-after-read": "nothing, closed, accepted",
  "stall-after-read": "nothing, open, accepted",
  "continue-then-reset": "100 and nothing, reset, accepted",
  "stall-half-headers": "half of the headers, open, accepted",
  "half-response": "200 too short, closed, accepted",
  "half-response-reset": "200 too short, reset, accepted",
  "half-response-stall": "200 too short, open, accepted",
  "chunked-cut-off": "200 without last chunk, closed, accepted",
  "content-length-too-long": "200 too short, open, accepted",
  "content-length-too-short": "200 too long, open, accepted",
  "two-answers": "200 too long, open, accepted",
  "http-1.0": "200 without length, closed, accepted",
  "invalid-status-line": "no status, closed, accepted",
  "huge-headers": "200 whole, open, accepted",
  "early-hints": "103 and 200 whole, open, accepted",
  "slow-response": "200 whole, open, accepted",
  "ok-then-reset-reused": "200 whole, open, accepted",
  "ok-then-close-reused": "200 whole, open, accepted",
  "ok-then-close-unread-reused": "200 whole, open, accepted",
  "ok-then-close-idle": "200 whole, closed, accepted",
  "ok-connection-close": "200 whole, closed, accepted",
  ...documentedErrors(),
  "rate-limited": "429 whole, open",
  "rate-limited-date": "429 whole, open",
  "rate-limited-without-retry-after": "429 whole, open",
  "rate-limited-html": "429 whole, open",
  "rate-limited-half-body": "429 too short, closed",
  "401-html": "401 whole, open",
  "408-html": "408 whole, open, accepted",
  "421-html": "421 whole, open",
  "425-html": "425 whole, open",
  "500-without-code": "500 whole, open, accepted",
  "500-unknown-code": "500 whole, open, accepted",
  "500-html": "500 whole, open, accepted",
  "500-half-body": "500 too short, closed, accepted",
  "502-gateway-error": "502 whole, open, accepted",
  "502-without-code": "502 whole, open, accepted",
  "502-html": "502 whole, open, accepted",
  "503-gateway-error": "503 whole, open, accepted",
  "503-without-code": "503 whole, open, accepted",
  "503-html": "503 whole, open, accepted",
  "503-retry-after": "503 whole, open, accepted",
  "504-gateway-error": "504 whole, open, accepted",
  "504-without-code": "504 whole, open, accepted",
  "504-html": "504 whole, open, accepted",
  "redirect-301": "301 whole, open",
  "redirect-301-elsewhere": "301 whole, open",
  "redirect-302": "302 whole, open",
  "redirect-302-elsewhere": "302 whole, open",
  "redirect-303": "303 whole, open",
  "redirect-303-elsewhere": "303 whole, open",
  "redirect-307": "307 whole, open",
  "redirect-307-elsewhere": "307 whole, open",
  "redirect-308": "308 whole, open",
  "redirect-308-elsewhere": "308 whole, open",
  "redirect-loop": "307 whole, open",
};
const names = Object.keys(faults) as FaultName[];

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

describe("a send meets", () => {
  test.each(names)("%s on the wire", async (fault) => {
    const baseUrl = server.baseUrl(`wire-${fault}`, [fault]);
    const connection = await openConnection(server.origin);
    await connection.write(sendRequest(baseUrl));
    const behaviour = () => {
      const [request] = server.run(`wire-${fault}`)?.requests ?? [];
      const accepted = request?.accepted ? ", accepted" : "";
      return `${describeAnswer(connection)}, ${connection.ending()}${accepted}`;
    };
    await expect.poll(behaviour, { timeout: 10_000 }).toBe(behaviours[fault]);
    await setTimeout(30);
    expect(behaviour()).toBe(behaviours[fault]);
    connection.close();
  });

  test.each(names)("%s with fetch", async (fault) => {
    // A port of its own has connections of its own: nothing is left on them by another fault.
    const baseUrl = await server.ownPort(`fetch-${fault}`, [fault]);
    const stalls = /open/.test(behaviours[fault]) && !/whole|too long/.test(behaviours[fault]);
    const outcome = fetch(`${baseUrl}/sms/send`, {
      method: "POST",
      body: "{}",
      redirect: "manual",
      signal: AbortSignal.timeout(stalls ? 300 : 20_000),
    }).then(
      (response) =>
        response.text().then(
          () => `${response.status}`,
          (error) => `${response.status}, then ${error.name}`,
        ),
      (error) => error.name,
    );
    expect(await outcome).toBe(fetchOutcome(fault));
    server.forget(`fetch-${fault}`);
  });
});

/** What fetch makes of a fault: the status, and the error if there is one. */
function fetchOutcome(fault: FaultName): string {
  if (fault === "huge-headers") return "TypeError";
  const behaviour = behaviours[fault];
  const error = behaviour.includes("open") ? "TimeoutError" : "TypeError";
  const [, status, body = ""] = /(\d{3}) ([a-z ]+), /.exec(behaviour) ?? [];
  if (!status || body === "and nothing") return error;
  return body === "too short" || body === "without last chunk"
    ? `${status}, then ${error}`
    : status;
}

/** The documented errors refuse, so none of them can have been sent. */
function documentedErrors() {
  return Object.fromEntries(
    Object.values(errorCodes).map(({ name, status }) => [`error-${name}`, `${status} whole, open`]),
  ) as Record<`error-${ErrorCode}`, string>;
}

/** What an answer is as HTTP, without regard to what its body says. */
function describeAnswer(connection: RawConnection): string {
  const received = connection.received();
  if (received === "") return "nothing";
  const interim = /^HTTP\/1\.1 (1\d\d) .*\r\n(?:.+\r\n)*\r\n/.exec(received);
  const final = received.slice(interim?.[0].length ?? 0);
  const prefix = interim ? `${interim[1]} and ` : "";
  if (final === "") return `${prefix}nothing`;
  const headEnd = final.indexOf("\r\n\r\n");
  if (headEnd < 0) return "half of the headers";
  const [head, body] = [final.slice(0, headEnd), final.slice(headEnd + 4)];
  const [, status] = /^HTTP\/1\.[01] (\d{3}) /.exec(head) ?? [];
  if (!status) return "no status";
  return `${prefix}${status} ${completeness(head, body)}`;
}

function completeness(head: string, body: string): string {
  if (/^transfer-encoding: chunked$/im.test(head))
    return body.endsWith("\r\n0\r\n\r\n") ? "whole" : "without last chunk";
  const [, length = head.includes(" 204 ") ? "0" : undefined] =
    /^content-length: (\d+)$/im.exec(head) ?? [];
  if (length === undefined) return "without length";
  if (body.length === Number(length)) return "whole";
  return body.length < Number(length) ? "too short" : "too long";
}
