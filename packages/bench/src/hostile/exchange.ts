import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { answersIn, type Outcome } from "./answer.ts";

/** Bytes as no HTTP client would write them, on a connection of their own. */
export interface Exchange {
  /** Written one after the other. */
  parts: (string | Uint8Array)[];
  /** Milliseconds between the parts. */
  pause?: number;
  /**
   * What the client does after the last part; by default it reads until the server closes. After a half-close
   * Node's server may close without an answer.
   */
  ending?: "read" | "half-close" | "reset";
  /** How many answers must come; without it any number may. */
  answers?: number;
  /** How many may come at most: one more would be a request that was smuggled in. */
  atMost?: number;
  /** Which of the requests are HEAD. */
  isHead?: (index: number) => boolean;
  /** How long the server may take to close the connection, in milliseconds. */
  patience?: number;
}

const patienceForNoAnswer = 150;
const patienceForAnswers = 20_000;

/** Writes the bytes, and reads what comes back. */
export function exchange(port: number, { parts, pause = 0, ending = "read", ...rest }: Exchange) {
  const { answers, isHead = () => false } = rest;
  const patience =
    rest.patience ?? (answers === undefined ? patienceForNoAnswer : patienceForAnswers);
  return new Promise<Outcome>((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    const chunks: Buffer[] = [];
    let end: Outcome["end"] = "answered";
    let timer: NodeJS.Timeout | undefined;
    const finish = (how: Outcome["end"]) => {
      end = how;
      socket.destroy();
    };
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("end", () => socket.end());
    socket.on("error", () => {
      end = "cut";
    });
    socket.on("close", () => {
      clearTimeout(timer);
      resolve({ answers: answersIn(Buffer.concat(chunks), isHead), end });
    });
    const write = async () => {
      for (const part of parts) {
        if (!socket.writable) return;
        socket.write(part);
        if (pause > 0) await sleep(pause);
      }
      if (ending === "half-close") socket.end();
      if (ending === "reset") socket.resetAndDestroy();
      else timer = setTimeout(() => finish("silent"), patience);
    };
    socket.on("connect", () => void write());
  });
}
