import { createServer, type IncomingMessage } from "node:http";
import { listen } from "@getclickmedia/sms-listen";
import { baseUrl, type ErrorCode, errorCodes } from "@getclickmedia/sms-types";
import { onTestFinished } from "vitest";
import { SmsClient } from "../client.ts";
import type { SmsClientOptions } from "../configuration.ts";
import type { BulkSendRequest, BulkSendResponse } from "../generated/operations.ts";

/** How a POST is answered: with a status and a body, or by closing the connection. */
export type Answer =
  | { status: number; body: object; headers?: Record<string, string> }
  | "closed connection";

/** Decides how a POST is answered. `index` counts them from 0. */
export type Decide = (request: BulkSendRequest, index: number) => Answer | Promise<Answer>;

/** The text that is sent to everyone. */
export const text = {
  message: "Flash Sale! 40% off sitewide till midnight. — GCMDIA",
  senderId: "GCMDIA",
  templateId: "1007161234567890124",
  type: "promotional",
} as const;

/** A server of `POST /sms/bulk`, and a client of it which does not wait. */
export interface RecordingServer {
  /** The recipients of each POST, in the order in which they arrived. */
  readonly posts: string[][];
  /** Each whole request. */
  readonly requests: { body: BulkSendRequest; headers: IncomingMessage["headers"] }[];
  /** How many milliseconds the client would have waited between attempts. */
  readonly waits: number[];
  client(options?: SmsClientOptions): SmsClient;
}

/** Starts a server that records every POST. It stops when the test has finished. */
export async function startRecordingServer(decide: Decide = accept): Promise<RecordingServer> {
  const posts: string[][] = [];
  const requests: RecordingServer["requests"] = [];
  const waits: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = await request.toArray();
    const body = JSON.parse(Buffer.concat(chunks).toString()) as BulkSendRequest;
    const index = requests.push({ body, headers: request.headers }) - 1;
    posts.push(body.recipients);
    const answer = await decide(body, index);
    if (answer === "closed connection") return response.destroy();
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    return response.end(JSON.stringify(answer.body));
  });
  const { origin, close } = await listen(server);
  onTestFinished(close);
  return {
    posts,
    requests,
    waits,
    client: (options) =>
      new SmsClient({
        apiKey: "gcm_test_recording",
        baseUrl: origin + new URL(baseUrl).pathname,
        sleep: async (milliseconds) => void waits.push(milliseconds),
        ...options,
      }),
  };
}

/** Takes every recipient. */
export function accept({ recipients: { length } }: BulkSendRequest, index: number): Answer {
  return took(length, length, index);
}

/** Takes some of the recipients. */
export function took(queued: number, total: number, index: number): Answer {
  const body: BulkSendResponse = {
    batchId: `gcm_batch_${index}`,
    total,
    queued,
    failed: total - queued,
    scheduledAt: null,
    estimatedCredits: queued,
  };
  return { status: 200, body };
}

/** Refuses with an error of the API. */
export function refuse(code: ErrorCode, headers: Record<string, string> = {}): Answer {
  const error = { code, message: `Refused with ${code}.`, requestId: "req_1" };
  return { status: errorCodes[code].status, headers, body: { error } };
}

/** As many different phone numbers. */
export function numbers(count: number, first = 0): string[] {
  return Array.from({ length: count }, (_, index) => `91${9_000_000_000 + first + index}`);
}

/** Resolves once everything that is ready to happen has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
