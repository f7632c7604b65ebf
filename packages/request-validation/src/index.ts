export { type Headers, keyPrefixesOf } from "./api-key.ts";
export { bodyTooLarge, createReadJson, type ReadJson } from "./body.ts";
export { createMakeFault, type Fault, type MakeFault } from "./fault.ts";
export { createPrintable, type Printable } from "./printable.ts";
export {
  createRequestValidator,
  type IncomingRequest,
  type RequestValidator,
  type RequestValidatorOptions,
  type ValidRequest,
} from "./request-validator.ts";
export type { Validators } from "./validators.ts";
export { createValueCheck, type ValueCheck } from "./value-check.ts";
