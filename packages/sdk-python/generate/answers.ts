import type { SdkModel } from "@getclickmedia/sms-sdk-model";
import { header } from "./header.ts";
import { dataclasses } from "./objects.ts";
import type { Prose } from "./prose.ts";

/** Writes what the operations answer. */
export function answers({ operations, objects, enums, events }: SdkModel, prose: Prose): string {
  const others = new Set([
    ...operations.map(({ request }) => request),
    ...events.map(({ object }) => object),
  ]);
  const answered = objects.filter(({ name }) => !others.has(name));
  const exported = operations.map(({ response }) => response).toSorted();
  return `${header("What the operations of the API answer.")}
${dataclasses(answered, "Answer", enums, prose, { exported })}`;
}
