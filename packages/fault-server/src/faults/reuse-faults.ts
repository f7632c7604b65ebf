import { thenCloseAsAnnounced, thenCloseUnannounced } from "../delivery.ts";
import { answered, type Fault, success, unanswered } from "./fault.ts";

/**
 * What can happen to a client that uses a connection for more than one request. Some clients send again by
 * themselves when a connection that they used before turns out to be dead.
 */
export const reuseFaults = {
  "ok-then-reset-reused": {
    description:
      "Answers properly on a new connection; on a used one, reads the whole request and resets.",
    ...answered(success),
    onReused: unanswered("all", (wire) => wire.reset()),
  },
  "ok-then-close-reused": {
    description:
      "Answers properly on a new connection; on a used one, reads the whole request and closes.",
    ...answered(success),
    onReused: unanswered("all", (wire) => wire.close()),
  },
  "ok-then-close-unread-reused": {
    description:
      "Answers properly on a new connection; closes a used one as the request arrives, its body unread.",
    ...answered(success),
    onReused: unanswered("head", (wire) => wire.close()),
  },
  "ok-then-close-idle": {
    description: "Answers properly, then closes the connection without having said so.",
    ...answered(success, thenCloseUnannounced),
  },
  "ok-connection-close": {
    description: "Answers properly with connection: close, then closes the connection.",
    ...answered(success, thenCloseAsAnnounced),
  },
} satisfies Record<string, Fault>;
