import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "@getclickmedia/sms-listen";

/** An answer, or how there is none. */
type Act =
  | { status: number; headers?: Record<string, string>; body?: string; base64?: string }
  | string;

/** A request as it arrived. */
interface Arrival {
  method: string | undefined;
  path: string | undefined;
  headers: IncomingMessage["headers"];
  port: number | undefined;
  body: string;
}

let acts: Act[] = [];
let arrivals: Arrival[] = [];

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = await Array.fromAsync(request);
  const body = Buffer.concat(chunks).toString();
  const { method, headers, url } = request;
  if (url === "/_arrivals") {
    response.end(JSON.stringify(arrivals));
  } else if (url === "/_script") {
    acts = JSON.parse(body);
    arrivals = [];
    response.end();
  } else {
    const port = request.socket.remotePort;
    arrivals.push({ method, path: url?.slice("/v1".length), headers, port, body });
    const act = acts.length > 1 ? acts.shift() : acts[0];
    if (act) perform(act, response);
  }
});

function perform(act: Act, response: ServerResponse): void {
  if (typeof act !== "string") {
    const { status, headers, body = "", base64 } = act;
    response.writeHead(status, headers).end(base64 ? Buffer.from(base64, "base64") : body);
  } else if (act === "reset-after-sent") {
    response.socket?.resetAndDestroy();
  } else if (act === "half-response" || act === "half-refusal") {
    const headers = { "content-type": "application/json", "content-length": "100" };
    response.writeHead(act === "half-refusal" ? 422 : 200, headers).write("{");
    setImmediate(() => response.socket?.destroy());
  } else if (act === "dripping") {
    response.writeHead(200, { "content-type": "application/json" });
    const drip = setInterval(() => response.write(" "), 20);
    response.once("close", () => clearInterval(drip));
  } // What is left gets no answer.
}

const { origin, close } = await listen(server, 0, "127.0.0.1");
console.log(JSON.stringify({ origin }));
process.once("SIGTERM", () => void close());
process.stdin.once("end", () => void close()).resume();
