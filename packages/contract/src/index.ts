export { ServerUnusable } from "./client.ts";
export type { Coverage } from "./coverage.ts";
export { printReport } from "./print-report.ts";
export {
  type ContractOptions,
  type ContractReport,
  type ReplayResult,
  runContract,
} from "./run-contract.ts";
