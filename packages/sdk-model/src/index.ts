export { errorClassName } from "./errors.ts";
export type { ContentTypes, ErrorExample, FakeData } from "./fake-data.ts";
export { growDocument } from "./grown-document.ts";
export type * from "./model.ts";
export { readModel } from "./read-model.ts";
export type { Rule } from "./rule.ts";
