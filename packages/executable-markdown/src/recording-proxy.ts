import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that a program made, and how it was answered. */
export interface Exchange {
  method: string;
  path: string;
  /** `undefined` where the connection broke. */
  status: number | undefined;
  /** Of an error answer, its code and message. */
  error: { code: string; message: string } | undefined;
}

export interface RecordingProxy {
  /** Where programs find it, as `http://127.0.0.1:12345`. */
  origin: string;
  /** Sends requests on to this origin from now on. */
  setTarget(origin: string): void;
  close(): Promise<void>;
}

const mostBody = 64 * 1024;

/** A server that hands every request on to another one, and notes what was asked and answered. */
export async function startRecordingProxy(
  record: (exchange: Exchange) => void,
): Promise<RecordingProxy> {
  let target = "";
  const server = createServer((incoming, response) => pass(target, incoming, response, record));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setTarget(origin) {
      target = origin;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pass(
  target: string,
  incoming: IncomingMessage,
  response: ServerResponse,
  record: (exchange: Exchange) => void,
): void {
  const { method = "", url: path = "" } = incoming;
  const exchange: Exchange = { method, path, status: undefined, error: undefined };
  record(exchange);
  const outgoing = request(
    target + path,
    { method, headers: { ...incoming.headers, host: new URL(target).host }, agent: false },
    (answer) => {
      exchange.status = answer.statusCode;
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size <= mostBody) chunks.push(chunk);
      });
      answer.once("end", () => {
        exchange.error = errorOf(Buffer.concat(chunks).toString());
      });
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
      answer.pipe(response);
      // A connection that the server breaks has to break for the program too.
      answer.once("aborted", () => incoming.socket.resetAndDestroy());
    },
  );
  outgoing.once("error", () => incoming.socket.resetAndDestroy());
  response.once("close", () => outgoing.destroy());
  incoming.pipe(outgoing);
}

function errorOf(text: string): Exchange["error"] {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown; message?: unknown } };
    if (!error || typeof error !== "object") return undefined;
    return { code: String(error.code), message: String(error.message) };
  } catch {
    return undefined;
  }
}
