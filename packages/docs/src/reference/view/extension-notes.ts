import type { OpenApiDocument } from "../../document.ts";
import { mapObjects } from "./transform.ts";

/**
 * Says, wherever the document marks something as our addition to the vendor's guide, that it is one and
 * why: the reason joins the description, which Redoc shows on schemas, responses and headers alike.
 */
export function withExtensionNotes(document: OpenApiDocument): OpenApiDocument {
  return mapObjects(document, (object) => {
    if (object["x-gcm-origin"] !== "extension") return object;
    const note = `*Extension: ${object["x-gcm-reason"]}*`;
    const description = String(object.description ?? "").trimEnd();
    return { ...object, description: description ? `${description}\n\n${note}` : note };
  });
}
