export type * from "./document.ts";
export {
  apiKeyScheme,
  errorCatalogue,
  examplesOf,
  maxBodyBytes,
  needsKey,
  operationsOf,
  signatureHeader,
} from "./document.ts";
export { readDocument } from "./read-document.ts";
