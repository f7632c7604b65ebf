export { countSegments, type SegmentCount } from "./count-segments.ts";
export { type SegmentTables, segmentTables } from "./tables.ts";
