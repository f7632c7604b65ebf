import type { OpenApiDocument } from "../../document.ts";
import { withCodeSamples } from "./code-samples.ts";
import { withExtensionNotes } from "./extension-notes.ts";
import { withListedValues } from "./open-enums.ts";
import { withUnwrappedText } from "./unwrapped.ts";

/**
 * The document as the page shows it: the same API, with what Redoc does not show by itself written into
 * what it does show. It is for reading only; the page offers the plain bundle for download.
 */
export function docsView(bundle: OpenApiDocument): OpenApiDocument {
  const steps = [withUnwrappedText, withCodeSamples, withExtensionNotes, withListedValues];
  return steps.reduce((document, step) => step(document), bundle);
}
