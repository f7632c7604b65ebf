import type { Socket } from "node:net";
import { setTimeout } from "node:timers/promises";

/** The connection is over: nothing more can be read from it or written to it. */
export class ConnectionEnded extends Error {}

/** What arrived is not valid HTTP/1.1. */
export class MalformedRequest extends Error {}

/** One connection, as bytes. What waits for it rejects with ConnectionEnded as soon as it is over. */
export interface Wire {
  /** Whether this side has neither closed nor reset the connection, and the client has not left. */
  isOpen(): boolean;
  /** Waits until something has arrived that is not read yet. */
  readable(): Promise<void>;
  /** Whether the beginning of another request has arrived. */
  hasUnread(): boolean;
  /**
   * Reads up to the next CRLF, which is left out.
   * @throws MalformedRequest when it does not come within `limit` bytes.
   */
  readLine(limit: number): Promise<string>;
  /** Reads bytes and forgets them. */
  skip(count: number): Promise<void>;
  /** Writes, and resolves when the operating system has it all. */
  write(data: string | Buffer): Promise<void>;
  wait(seconds: number): Promise<void>;
  /** Ends the connection properly (FIN), once everything written has left. */
  close(): void;
  /** Breaks the connection off (RST). */
  reset(): void;
  /** Does nothing until the client gives up, or breaks the connection off after the longest stall. */
  stall(): Promise<void>;
  /** Lets the operating system keep whatever else the client sends. */
  stopReading(): void;
}

/**
 * @param socket must have been paused when it was made, so that a connection can stay unread.
 * @param longestStall in seconds.
 */
export function createWire(socket: Socket, longestStall: number): Wire {
  const over = new AbortController();
  let unread: Buffer = Buffer.alloc(0);
  let open = true;
  let wake = () => {};

  socket.on("data", (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk]);
    wake();
  });
  // "close" follows every error, and it alone counts.
  socket.on("error", () => {});
  socket.on("close", () => {
    open = false;
    over.abort();
    wake();
  });

  async function arrival(): Promise<void> {
    const before = unread.length;
    socket.resume();
    while (unread.length === before) {
      if (over.signal.aborted) throw new ConnectionEnded();
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  async function wait(seconds: number): Promise<void> {
    await setTimeout(seconds * 1000, undefined, { signal: over.signal }).catch(() => {
      throw new ConnectionEnded();
    });
  }

  function reset(): void {
    open = false;
    socket.resetAndDestroy();
  }

  return {
    isOpen: () => open,
    readable: async () => {
      if (unread.length === 0) await arrival();
    },
    // Some clients end a body with an empty line that belongs to no request (RFC 9112, 2.2).
    hasUnread: () => unread.some((byte) => byte !== 0x0d && byte !== 0x0a),
    readLine: async (limit) => {
      for (;;) {
        const end = unread.indexOf("\r\n");
        if (end > limit || (end < 0 && unread.length > limit + 1))
          throw new MalformedRequest(`A line is longer than ${limit} bytes.`);
        if (end >= 0) {
          const line = unread.toString("latin1", 0, end);
          unread = unread.subarray(end + 2);
          return line;
        }
        await arrival();
      }
    },
    skip: async (count) => {
      for (let left = count; left > 0; ) {
        if (unread.length === 0) await arrival();
        const taken = Math.min(left, unread.length);
        unread = unread.subarray(taken);
        left -= taken;
      }
    },
    write: (data) =>
      new Promise((resolve, reject) => {
        socket.write(data, (error) => (error ? reject(new ConnectionEnded()) : resolve()));
      }),
    wait,
    close: () => {
      open = false;
      socket.destroySoon();
    },
    reset,
    stall: async () => {
      await wait(longestStall);
      reset();
    },
    stopReading: () => {
      socket.pause();
    },
  };
}
