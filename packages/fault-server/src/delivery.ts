import { type Answer, headOf } from "./answer.ts";
import type { Exchange } from "./exchange.ts";
import type { Wire } from "./wire.ts";

/** Puts an answer on the wire, well or badly. */
export type Deliver = (wire: Wire, answer: Answer, exchange: Exchange) => void | Promise<void>;

/** How long a client has to read what a reset would throw away, in seconds. */
const timeToRead = 0.02;

const pieces = 20;

export const whole: Deliver = (wire, answer, { closing }) =>
  wire.write(headOf(answer, { closing }) + answer.body);

/** Announces the whole body, writes half of it, and ends in the given way. */
export function half(end: (wire: Wire) => void | Promise<void>): Deliver {
  return async (wire, answer) => {
    await wire.write(headOf(answer) + halfOf(answer.body));
    await end(wire);
  };
}

export const halfOfHead: Deliver = async (wire, answer) => {
  await wire.write(halfOf(headOf(answer)));
  await wire.stall();
};

/** Everything, in small pieces over the time that was ordered. */
export const slowly: Deliver = async (wire, answer, { closing, seconds }) => {
  const bytes = Buffer.from(headOf(answer, { closing }) + answer.body);
  const size = Math.ceil(bytes.length / pieces);
  for (let start = 0; start < bytes.length; start += size) {
    await wire.wait(seconds / pieces);
    await wire.write(bytes.subarray(start, start + size));
  }
};

/** Half of the body as a chunk, and no last chunk. */
export const chunkedCutOff: Deliver = async (wire, answer) => {
  const framing = { "transfer-encoding": "chunked" };
  const chunk = halfOf(answer.body);
  const size = Buffer.byteLength(chunk).toString(16);
  await wire.write(`${headOf(answer, { framing })}${size}\r\n${chunk}\r\n`);
  wire.close();
};

/** Announces twice what it writes, and leaves the connection open. */
export const announcedTooLong: Deliver = async (wire, answer) => {
  const framing = { "content-length": String(2 * Buffer.byteLength(answer.body)) };
  await wire.write(headOf(answer, { framing }) + answer.body);
  await wire.stall();
};

/** Announces half of what it writes, so that the rest looks like the answer to the next request. */
export const announcedTooShort: Deliver = (wire, answer) => {
  const framing = { "content-length": String(Buffer.byteLength(halfOf(answer.body))) };
  return wire.write(headOf(answer, { framing }) + answer.body);
};

export const twice: Deliver = (wire, answer) =>
  wire.write((headOf(answer) + answer.body).repeat(2));

/** A body that ends with the connection. */
export const asHttp10: Deliver = async (wire, answer) => {
  const head = headOf(answer, { framing: {} }).replace("HTTP/1.1", "HTTP/1.0");
  await wire.write(head + answer.body);
  wire.close();
};

export const withInvalidStatusLine: Deliver = async (wire, answer) => {
  await wire.write(headOf(answer).replace(/^\S+ \d+/, "HTTP/1.1 fine") + answer.body);
  wire.close();
};

/** More than any client takes: 1 MiB in lines of 8 KiB. */
export const withHugeHeaders: Deliver = (wire, answer, exchange) => {
  const padding = "x".repeat(8 * 1024);
  const headers = Object.fromEntries(
    Array.from({ length: 128 }, (_, index) => [`x-padding-${index}`, padding]),
  );
  return whole(wire, { ...answer, headers: { ...answer.headers, ...headers } }, exchange);
};

export const afterEarlyHints: Deliver = async (wire, answer, exchange) => {
  await wire.write("HTTP/1.1 103 Early Hints\r\nlink: </>; rel=preconnect\r\n\r\n");
  await whole(wire, answer, exchange);
};

/** Closes the connection after the answer, having said so. */
export const thenCloseAsAnnounced: Deliver = async (wire, answer, exchange) => {
  await whole(wire, answer, { ...exchange, closing: true });
  wire.close();
};

/** Closes the connection after the answer, having let the client believe that it stays open. */
export const thenCloseUnannounced: Deliver = async (wire, answer, exchange) => {
  await whole(wire, answer, exchange);
  wire.close();
};

/** Breaks the connection off once the client has read what was written. */
export async function resetOnceRead(wire: Wire): Promise<void> {
  await wire.wait(timeToRead);
  wire.reset();
}

function halfOf(text: string): string {
  return text.slice(0, Math.floor(text.length / 2));
}
