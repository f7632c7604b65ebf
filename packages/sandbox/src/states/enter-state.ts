import { type ApiDocument, examplesOf, operationsOf } from "@getclickmedia/sms-document";
import type { ErrorCode } from "@getclickmedia/sms-types";
import type { Core } from "../core.ts";
import { newEntry } from "../new-entry.ts";
import { addExamples } from "./add-examples.ts";

/**
 * Puts a sandbox that has just been reset into a state of the document, in which the examples that name it
 * hold: the messages and batches of its answers are there, and what it says of errors is the case.
 */
export async function enterState(core: Core, state: string): Promise<void> {
  await addExamples(core, state);
  for (const cause of causesOf(core.document, state)) await bringAbout(core, cause);
}

/** The time that the examples of the document begin at: a day before the first is scheduled. */
export function exampleTime(document: ApiDocument): number {
  const scheduled = operationsOf(document)
    .flatMap(({ requestBody }) => examplesOf(requestBody))
    .flatMap(([, { value }]) => (value as { scheduleAt?: string }).scheduleAt ?? [])
    .map((time) => Date.parse(time));
  return Math.min(...scheduled) - 86_400_000;
}

type Cause = { error: ErrorCode } | { redirect: "https" };

/** What a state makes of every call, whatever it asks: its errors that no change of the request causes. */
function causesOf(document: ApiDocument, state: string): Cause[] {
  const found = operationsOf(document).flatMap(({ responses }) =>
    Object.entries(responses).flatMap(([status, response]): Cause[] => {
      if (status === "301" && response["x-gcm-state"] === state) return [{ redirect: "https" }];
      return examplesOf(response)
        .filter(([, example]) => example["x-gcm-state"] === state && !example["x-gcm-when"])
        .flatMap(([, { value }]) => {
          const { error } = value as { error?: { code: ErrorCode } };
          return error ? [{ error: error.code }] : [];
        });
    }),
  );
  return [...new Map(found.map((cause) => [JSON.stringify(cause), cause])).values()];
}

async function bringAbout(core: Core, cause: Cause): Promise<void> {
  if ("error" in cause && cause.error === "INSUFFICIENT_CREDITS") return takeAllCredits(core);
  // A batch that has started is there already, and cannot be cancelled.
  if ("error" in cause && cause.error === "NOT_CANCELLABLE") return;
  core.faults.add({ effect: cause, operationId: null, accountId: null, timesLeft: null });
}

async function takeAllCredits(core: Core): Promise<void> {
  await core.act(async (transaction, now) => {
    for (const { number } of core.registry.accounts()) {
      const credits = await transaction.credits(number);
      const note = "Taken for the state no-credits";
      await transaction.book(number, [newEntry("grant", now, -credits, { note })]);
    }
  });
}
