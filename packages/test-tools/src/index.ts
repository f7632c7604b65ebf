export { type JUnitCase, readJUnit } from "./junit.ts";
export { pythonEnvironment } from "./python-environment.ts";
export { type Outcome, run } from "./run.ts";
export {
  findTool,
  reportMissing,
  type Tool,
  type ToolName,
  toolNames,
  tools,
} from "./test-tools.ts";
export { writeReport } from "./write-report.ts";
