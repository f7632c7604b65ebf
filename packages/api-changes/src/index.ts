export type { Change, Direction, Rating } from "./change.ts";
export { type ChangelogOptions, changelog } from "./changelog.ts";
export { compare } from "./compare.ts";
export type { Entry } from "./entry.ts";
export { entryMarkdown } from "./entry-markdown.ts";
