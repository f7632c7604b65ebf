import type { OperationModel, SdkModel } from "@getclickmedia/sms-sdk-model";
import { header } from "./header.ts";

/** Writes the examples that the fake API answers with, and the rules by which it checks requests. */
export function examples({ operations, fake }: SdkModel): string {
  const names = operations.flatMap(({ request, response }) => [request ?? [], response].flat());
  return `${header}import type { ErrorCode, OperationId } from "@getclickmedia/sms-types";
import type { ErrorExample } from "../testing/answer.ts";
import type { ContentTypes } from "../testing/content-type.ts";
import type { Rule } from "../testing/rules.ts";
import type { KnownWebhookEvent } from "./webhooks.ts";
import type {
${[...new Set(names)].map((name) => `  ${name},`).join("\n")}
} from "./operations.ts";

/** What each operation is given. */
export interface OperationInput {
${operations.map(input).join("\n")}
}

/** What each operation answers first in the documentation. */
export const answerExamples: {
${operations.map(({ id, response }) => `  ${id}: ${response};`).join("\n")}
} = {
${entries(fake.answers)}
};

/** A message of each status. */
export const statusExamples: Record<string, MessageStatusResponse> = {
${entries(fake.statuses)}
};

/** The errors that each operation is documented with. */
export const errorExamples: Record<OperationId, Partial<Record<ErrorCode, ErrorExample>>> = {
${entries(fake.errors)}
};

/** The content types that the body of each operation may have, and the answer to another. */
export const contentTypes: Partial<Record<OperationId, ContentTypes>> = {
${entries(fake.contentTypes)}
};

/** The rules for the body of each operation, and for the ids in its path. */
export const requestRules: Record<OperationId, { body?: Rule; path: Record<string, Rule> }> = {
${entries(fake.rules)}
};

/** A delivery receipt of each event. */
export const eventExamples: {
  [Name in KnownWebhookEvent["event"]]: Extract<KnownWebhookEvent, { event: Name }>;
} = {
${entries(fake.events)}
};
`;
}

function entries(values: Record<string, unknown>): string {
  return Object.entries(values)
    .map(([name, value]) => `  ${key(name)}: ${JSON.stringify(value)},`)
    .join("\n");
}

function key(name: string): string {
  return /^\w+$/.test(name) ? name : JSON.stringify(name);
}

function input({ id, parameters, request }: OperationModel): string {
  const ids = parameters.map((name) => `${name}: string;`);
  const fields = [...ids, ...(request ? [`body: ${request};`] : [])];
  return `  ${id}: ${fields.length > 0 ? `{ ${fields.join(" ")} }` : "object"};`;
}
