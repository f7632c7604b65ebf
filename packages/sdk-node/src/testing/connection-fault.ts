import { deadlinePassed } from "../deadline.ts";
import { type Answer, responseOf } from "./answer.ts";

/**
 * How a connection breaks:
 *
 * - `refused`: none was made, so nothing was sent.
 * - `reset`: it was closed before any answer came.
 * - `timeout`: no answer came within the client's `timeout`.
 * - `cutOff`: the answer broke off half-way.
 */
export type ConnectionFault = (typeof connectionFaults)[number];

/** The names of all of them. */
export const connectionFaults = ["refused", "reset", "timeout", "cutOff"] as const;

/**
 * Breaks the connection, as `fetch` shows it.
 * @param answer what the API answered, and nobody gets to see in full.
 */
export function breakConnection(fault: ConnectionFault, answer: Answer | undefined): Response {
  switch (fault) {
    case "refused":
      throw failedFetch("connect", "ECONNREFUSED");
    case "reset":
      throw failedFetch("read", "ECONNRESET");
    case "timeout":
      throw deadlinePassed; // At once: no test is to wait for it.
    case "cutOff":
      return cutOff(answer ? responseOf(answer) : new Response());
  }
}

/** The error of `fetch` in Node, which the client knows. */
function failedFetch(syscall: string, code: string): TypeError {
  const cause = Object.assign(new Error(`${syscall} ${code}`), { syscall, code });
  return new TypeError("fetch failed", { cause });
}

function cutOff(response: Response): Response {
  const body = new ReadableStream({
    async start(controller) {
      const bytes = new Uint8Array(await response.arrayBuffer());
      controller.enqueue(bytes.subarray(0, bytes.length / 2));
    },
    pull(controller) {
      controller.error(failedFetch("read", "ECONNRESET"));
    },
  });
  return new Response(body, response);
}
