export type * from "./document.ts";
export {
  apiKeyScheme,
  errorCatalogue,
  examplesOf,
  maxBodyBytes,
  operationsOf,
  signatureHeader,
} from "./document.ts";
export { readDocument } from "./read-document.ts";
