import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { tools } from "@getclickmedia/sms-test-tools";
import { publicApi, reportFile } from "./public-api.ts";

const report = await publicApi();
if (report === undefined) {
  console.warn(
    `php was not found: the report of the PHP SDK's public API is left as it is. ${tools.php.install}`,
  );
} else {
  mkdirSync(dirname(reportFile), { recursive: true });
  writeFileSync(reportFile, report);
}
