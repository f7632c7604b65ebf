import type { ApiDocument } from "@getclickmedia/sms-document";
import { bulkVectors } from "./bulk.ts";
import { errorVectors } from "./errors.ts";
import { exampleVectors } from "./examples.ts";
import { outcomeVectors } from "./outcomes.ts";
import { refusalVectors } from "./refusals.ts";
import { requestVectors } from "./requests.ts";
import { responseVectors } from "./responses.ts";
import { retryVectors } from "./retries.ts";
import { segmentVectors } from "./segments.ts";
import { signatureVectors } from "./signatures.ts";
import type { Vectors } from "./vectors.ts";

/** Makes the vectors of every kind for the bundled document. */
export function createVectors(document: ApiDocument): Vectors {
  return {
    requests: requestVectors(document),
    refusals: refusalVectors(),
    responses: responseVectors(document),
    errors: errorVectors(document),
    signatures: signatureVectors(document),
    retries: retryVectors(document),
    segments: segmentVectors(document),
    bulk: bulkVectors(document),
    outcomes: outcomeVectors(document),
    examples: exampleVectors(document),
  };
}
