import type { ApiDocument } from "@getclickmedia/sms-document";

/**
 * Adds to a document what an API may add at any time: an optional field in a request, in an answer and in an
 * event. For tests that an SDK generated from it has them.
 */
export function growDocument({ components: { schemas } }: ApiDocument): void {
  const add = (object: string, name: string, schema: object) => {
    const properties = schemas[object]?.properties;
    if (!properties) throw new Error(`The document has no ${object} to add a field to.`);
    Object.assign(properties, { [name]: schema });
  };
  const type = "string";
  add("SendRequest", "callbackTag", {
    type,
    maxLength: 64,
    description: "Comes back in receipts.",
  });
  add("SendResponse", "acceptedAt", {
    type,
    format: "date-time",
    description: "When it was taken.",
  });
  add("SmsDeliveredEvent", "hopCount", { type: "integer", description: "How far it went." });
}
