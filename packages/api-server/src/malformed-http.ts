import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Fault, MakeFault } from "@getclickmedia/sms-request-validation";
import type { Answer } from "./answer.ts";

/** How long a refused connection may stay open for its client to read the answer, in milliseconds. */
const closingTime = 2_000;

const latest = Symbol("latest response");

/** A connection with the last response on it. */
type AnsweredSocket = Socket & { [latest]?: ServerResponse };

/**
 * Answers what is no HTTP, or too slow, with the error body, and closes the connection. Answers to
 * earlier requests of the same connection come first and come whole.
 */
export function refuseMalformedHttp(
  server: Server,
  fault: MakeFault,
  refuse: (reason: Fault) => Answer,
): void {
  const refused = new WeakSet<Socket>();
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    // All that follows on a refused connection is malformed again: one answer is enough.
    if (error.code === "ECONNRESET" || !socket.writable || refused.has(socket)) return;
    refused.add(socket);
    const answer = refuse(transportFault(error.code, fault));
    const response = (socket as AnsweredSocket)[latest];
    if (!response || response.writableFinished) endWith(socket, answer);
    else if (response.req.complete) response.once("finish", () => endWith(socket, answer));
    else endUnread(response, answer);
  });
}

/** Has to be told of each response before its connection turns out to go on in what is no HTTP. */
export function rememberResponse(request: IncomingMessage, response: ServerResponse): void {
  (request.socket as AnsweredSocket)[latest] = response;
}

/** The fault of a request that breaks the rule of HTTP on `Host`, which a server must refuse. */
export function hostFault(request: IncomingMessage, fault: MakeFault): Fault | undefined {
  // Every second raw header is a name; `request.headers` would hide a repeated one.
  const { rawHeaders } = request;
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === "host") hosts += 1;
  }
  if (hosts === 1 || (hosts === 0 && request.httpVersion === "1.0")) return undefined;
  return fault(
    "INVALID_REQUEST",
    "HTTP/1.1 asks for exactly one Host header. Send the host of the URL in it.",
  );
}

/** The fault of an `Expect` other than `100-continue`. */
export function expectationFault(fault: MakeFault): Fault {
  return fault("INVALID_REQUEST", "This Expect header cannot be met. Leave it out.", {
    status: 417,
  });
}

function transportFault(code: string | undefined, fault: MakeFault): Fault {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return fault("INVALID_REQUEST", "The headers are too large. Send fewer or shorter ones.", {
        status: 431,
      });
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return fault("INVALID_REQUEST", "The request took too long to arrive. Send it again.", {
        status: 408,
      });
    default:
      return fault("INVALID_REQUEST", "The request is not valid HTTP. Check what writes it.");
  }
}

/** The body of this request is what is malformed, so the answer is its own. */
function endUnread(response: ServerResponse, { status, body }: Answer): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, headersOf(text)).end(text);
}

/** No request was understood, so there is no response to write to but the socket. */
function endWith(socket: Socket, { status, body }: Answer): void {
  if (!socket.writable) return;
  const text = JSON.stringify(body);
  const headers = Object.entries(headersOf(text)).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join("")}\r\n${text}`);
  const timer = setTimeout(() => socket.destroy(), closingTime);
  socket.once("close", () => clearTimeout(timer));
}

function headersOf(text: string) {
  return {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    connection: "close",
  };
}
