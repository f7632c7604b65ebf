import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { listen } from "@getclickmedia/sms-listen";
import { onTestFinished } from "vitest";

/** A request as it came over the wire. */
export interface Arrived {
  method: string | undefined;
  /** The path and the query, as they stand in the request line. */
  target: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What the server does with a request: writes an answer, or anything that a server can do with a response. */
export type Answer =
  | { status: number; headers?: Record<string, string>; body?: string }
  | ((response: ServerResponse) => void);

export interface RecordingServer {
  /** As the option of the client. */
  baseUrl: string;
  /** All that has arrived so far. */
  arrived: Arrived[];
}

/** Serves on loopback until the test is finished. The last answer is given to every further request. */
export async function serve(...answers: [Answer, ...Answer[]]): Promise<RecordingServer> {
  const arrived: Arrived[] = [];
  const server = createServer(async (request, response) => {
    const { method, url: target, headers } = request;
    const body = await text(request).catch(() => "cut off");
    const answer = answers[Math.min(arrived.length, answers.length - 1)] as Answer;
    arrived.push({ method, target, headers, body });
    if (typeof answer === "function") answer(response);
    else response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  const { origin, close } = await listen(server);
  onTestFinished(close);
  return { baseUrl: `${origin}/v1`, arrived };
}
