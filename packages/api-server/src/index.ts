export type { Answer } from "./answer.ts";
export {
  type ApiServerOptions,
  createApiServer,
  type Exchange,
  type Handle,
  type RequestLog,
} from "./api-server.ts";
export { errorResponse, withFreshRequestId } from "./error-response.ts";
export { createStrangerFault } from "./own-pages.ts";
