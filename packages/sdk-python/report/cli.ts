import { writeReport } from "@getclickmedia/sms-test-tools";
import { publicApi, reportFile } from "./public-api.ts";

writeReport(reportFile, await publicApi(), {
  tool: "python3",
  what: "the Python SDK's public API",
});
