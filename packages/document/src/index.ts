export type * from "./document.ts";
export { examplesOf, operationsOf } from "./document.ts";
export { readDocument } from "./read-document.ts";
