export type { FaultOrder } from "./fault-order.ts";
export { type FaultName, faults, type TimedFaultName } from "./faults/index.ts";
export { OrderError } from "./order-error.ts";
export { createRandom, type Random } from "./random.ts";
export { type RandomRun, randomFaults, randomRun } from "./random-run.ts";
export type { ArrivedRequest, RunCounts, RunReport } from "./runs.ts";
export { type Certificate, selfSignedCertificate } from "./self-signed-certificate.ts";
export {
  type FaultServer,
  type FaultServerOptions,
  startFaultServer,
} from "./start-fault-server.ts";
export {
  openRefusingPort,
  startUnacceptingServer,
  startUntrustedServer,
  unresolvableOrigin,
} from "./unreachable.ts";
