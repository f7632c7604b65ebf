export { countSegments, type SegmentCount } from "./count-segments.ts";
