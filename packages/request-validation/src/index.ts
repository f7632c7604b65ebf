export { bodyTooLarge } from "./body.ts";
export { type Fault, fault } from "./fault.ts";
export {
  createRequestValidator,
  type IncomingRequest,
  type RequestValidator,
  type ValidRequest,
} from "./request-validator.ts";
