import type { EventModel, SdkModel } from "@getclickmedia/sms-sdk-model";
import { docComment } from "./doc-comment.ts";
import { header } from "./header.ts";

/** Writes the types of the webhook events, and what a receiver needs to know of the signature. */
export function webhooks({ events, signature, timestampFields }: SdkModel): string {
  return `${header}import type { components } from "@getclickmedia/sms-types";

/** The header that carries the signature of the body. */
export const signatureHeader = ${JSON.stringify(signature.header)} as const;

/** The form of a signature. */
export const signatureForm = /${signature.pattern}/;

/** The fields that say when the message reached a status. */
export const timestampFields = ${JSON.stringify(timestampFields)} as const;

${events.map(model).join("\n")}
/** An event that this version of the SDK knows. */
export type KnownWebhookEvent =
${events.map(({ object }) => `  | ${object}`).join("\n")};
`;
}

function model({ name, description, object }: EventModel): string {
  return `${docComment([`\`${name}\`: ${description}`])}
export type ${object} = components["schemas"]["${object}"];
`;
}
