import { writeReport } from "@getclickmedia/sms-test-tools";
import { publicApi, reportFile } from "./public-api.ts";

writeReport(reportFile, await publicApi(), { tool: "php", what: "the PHP SDK's public API" });
