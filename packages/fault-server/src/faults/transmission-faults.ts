import {
  afterEarlyHints,
  announcedTooLong,
  announcedTooShort,
  asHttp10,
  chunkedCutOff,
  half,
  halfOfHead,
  resetOnceRead,
  slowly,
  twice,
  withHugeHeaders,
  withInvalidStatusLine,
} from "../delivery.ts";
import { answered, type Fault, success } from "./fault.ts";

/** The success answer, which does not come over the wire as it should. */
export const transmissionFaults = {
  "stall-half-headers": {
    description: "Answers half of the headers and keeps the connection open.",
    ...answered(success, halfOfHead),
  },
  "half-response": {
    description: "Answers half of the body that it announced, then closes the connection.",
    ...answered(
      success,
      half((wire) => wire.close()),
    ),
  },
  "half-response-reset": {
    description: "Answers half of the body that it announced, then resets the connection.",
    ...answered(success, half(resetOnceRead)),
  },
  "half-response-stall": {
    description: "Answers half of the body that it announced and keeps the connection open.",
    ...answered(
      success,
      half((wire) => wire.stall()),
    ),
  },
  "chunked-cut-off": {
    description: "Answers half of the body as a chunk, then closes without the last chunk.",
    ...answered(success, chunkedCutOff),
  },
  "content-length-too-long": {
    description: "Announces twice the body that it answers and keeps the connection open.",
    ...answered(success, announcedTooLong),
  },
  "content-length-too-short": {
    description: "Announces half of the body that it answers.",
    ...answered(success, announcedTooShort),
  },
  "two-answers": {
    description: "Answers twice at once.",
    ...answered(success, twice),
  },
  "http-1.0": {
    description: "Answers as HTTP/1.0, with a body that ends with the connection.",
    ...answered(success, asHttp10),
  },
  "invalid-status-line": {
    description: "Answers with a word where the status belongs, then closes the connection.",
    ...answered(success, withInvalidStatusLine),
  },
  "huge-headers": {
    description: "Answers with 1 MiB of headers.",
    ...answered(success, withHugeHeaders),
  },
  "early-hints": {
    description: "Answers 103 Early Hints, then properly.",
    ...answered(success, afterEarlyHints),
  },
} satisfies Record<string, Fault>;

export const timedTransmissionFaults = {
  "slow-response": {
    description: "Answers in small pieces over the given time.",
    seconds: 2,
    ...answered(success, slowly),
  },
} satisfies Record<string, Fault>;
