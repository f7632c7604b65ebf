import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "@getclickmedia/sms-listen";

/** A request as it arrived. */
export interface Arrival {
  method: string | undefined;
  /** As it stands in the request line. */
  path: string | undefined;
  headers: IncomingMessage["headers"];
  body: string;
}

/** What the server does with a request that it has read. */
export type Act = (response: ServerResponse) => unknown;

/** A real server that meets each request with the next act, the last one again and again. */
export interface ScriptedServer {
  /** What a client takes as its base URL. */
  baseUrl: string;
  /** What has arrived since the last script. */
  arrivals: Arrival[];
  /** Forgets what has arrived, and sets what happens next. */
  script(...acts: Act[]): void;
  close(): Promise<void>;
}

const basePath = "/v1";

export async function startScriptedServer(): Promise<ScriptedServer> {
  let acts: Act[] = [];
  const arrivals: Arrival[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = await Array.fromAsync(request);
    const { method, headers, url } = request;
    const path = url?.slice(basePath.length);
    arrivals.push({ method, path, headers, body: Buffer.concat(chunks).toString() });
    const act = acts.length > 1 ? acts.shift() : acts[0];
    await act?.(response);
  });
  const { origin, close } = await listen(server, 0, "127.0.0.1");
  return {
    baseUrl: origin + basePath,
    arrivals,
    script(...next) {
      acts = next;
      arrivals.length = 0;
    },
    close,
  };
}

/** Answers. */
export function answer(
  status: number,
  headers: Record<string, string> = {},
  body: string = "",
): Act {
  return (response) => response.writeHead(status, headers).end(body);
}
