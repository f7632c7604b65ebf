import type { OperationId } from "@getclickmedia/sms-types";
import type { RefusalVector } from "./vectors.ts";

const operations: [OperationId, parameter: string][] = [
  ["getStatus", "messageId"],
  ["getBatch", "batchId"],
  ["cancelScheduled", "batchId"],
];

/** No encoding keeps these in their place: URLs resolve `.` and `..`, written as `%2E` too. */
const ids: Record<string, string> = {
  "nothing as": "",
  "a dot as": ".",
  "two dots as": "..",
};

/** Calls that would reach another operation than the one that is meant. */
export function refusalVectors(): RefusalVector[] {
  return operations.flatMap(([operation, parameter]) =>
    Object.entries(ids).map(([name, id]) => ({
      name: `${operation} with ${name} its id`,
      operation,
      arguments: { [parameter]: id },
    })),
  );
}
