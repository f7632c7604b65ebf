import { resetOnceRead } from "../delivery.ts";
import { type Fault, unanswered } from "./fault.ts";

/** The connection ends, or nothing happens on it, and there is no answer. */
export const connectionFaults = {
  "refuse-before-read": {
    description: "Resets the connection before anything is read from it.",
    ...unanswered("nothing", (wire) => wire.reset()),
  },
  "stall-before-read": {
    description: "Reads nothing from the connection and keeps it open.",
    ...unanswered("nothing", (wire) => {
      wire.stopReading();
      return wire.stall();
    }),
  },
  "reset-after-headers": {
    description: "Reads the headers and not the body, then resets the connection.",
    ...unanswered("head", (wire) => wire.reset()),
  },
  "reset-after-read": {
    description: "Reads the whole request, then resets the connection.",
    ...unanswered("all", (wire) => wire.reset()),
  },
  "close-after-read": {
    description: "Reads the whole request, then closes the connection without an answer.",
    ...unanswered("all", (wire) => wire.close()),
  },
  "stall-after-read": {
    description: "Reads the whole request and never answers.",
    ...unanswered("all", (wire) => wire.stall()),
  },
  "continue-then-reset": {
    description: "Reads the whole request, answers 100 Continue, then resets the connection.",
    ...unanswered("all", async (wire) => {
      await wire.write("HTTP/1.1 100 Continue\r\n\r\n");
      await resetOnceRead(wire);
    }),
  },
} satisfies Record<string, Fault>;
