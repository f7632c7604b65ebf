export { type Change, type Direction, highest, type Rating, ratings } from "./change.ts";
export { type ChangelogOptions, changelog } from "./changelog.ts";
export { compare } from "./compare.ts";
export { type Entry, headings } from "./entry.ts";
export { entryMarkdown } from "./entry-markdown.ts";
