export { type Schema, strictSchema } from "./strict-schema.ts";
