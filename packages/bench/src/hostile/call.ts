import { Agent, type IncomingMessage, request } from "node:http";
import type { LocatedOperation } from "@getclickmedia/sms-document";
import type { Outcome } from "./answer.ts";

/** A request that is proper HTTP, whatever is in it. */
export interface Call {
  method: string;
  /** The path and query. */
  target: string;
  headers: Record<string, string | string[]>;
  body?: string | Uint8Array;
  /** The operation that it is meant for. */
  operation?: LocatedOperation | undefined;
}

const agent = new Agent({ keepAlive: true, maxFreeSockets: 64 });

/** How long an answer may take, in milliseconds: the clock may have to deliver many webhooks on its way. */
const patience = 60_000;

/** Makes a call over a connection that is kept for the next ones. */
export async function call(port: number, what: Call): Promise<Outcome> {
  const outcome = await tryCall(port, what);
  // The server may close a connection that lay idle while a request is on its way.
  return outcome === "idle connection closed" ? call(port, what) : outcome;
}

function tryCall(
  port: number,
  { method, target, headers, body }: Call,
): Promise<Outcome | "idle connection closed"> {
  return new Promise((resolve) => {
    const sent = request({ port, host: "127.0.0.1", agent, method, path: target, headers });
    const timer = setTimeout(() => {
      resolve({ answers: [], end: "silent" });
      sent.destroy();
    }, patience);
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => resolve({ answers: [], end: "cut" }));
      response.on("end", () => resolve(answered(response, chunks)));
    });
    sent.on("error", (error: NodeJS.ErrnoException) => {
      const isIdle = sent.reusedSocket && error.code === "ECONNRESET";
      resolve(isIdle ? "idle connection closed" : { answers: [], end: "cut" });
    });
    sent.on("close", () => clearTimeout(timer));
    sent.end(body);
  });
}

function answered({ statusCode = 0, headers }: IncomingMessage, chunks: Buffer[]): Outcome {
  const flat = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  const body = Buffer.concat(chunks);
  return {
    answers: [{ status: statusCode, headers: Object.fromEntries(flat), body }],
    end: "answered",
  };
}

/** Closes the connections that are kept. */
export function closeConnections(): void {
  agent.destroy();
}
