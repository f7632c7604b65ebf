#!/usr/bin/env node
import { writeFile } from "node:fs/promises";
import { readDocument } from "@getclickmedia/sms-document";
import { parseFlags } from "@getclickmedia/sms-listen";
import manifest from "../package.json" with { type: "json" };
import { printReport } from "./print-report.ts";
import { type ContractReport, runContract } from "./run-contract.ts";

const usage = `gcm-contract: replays every example of the API's document against a server

  gcm-contract <baseUrl> [--api-key KEY] [--live] [--exact] [--json report.json]
               [--control URL] [--spec openapi.json]

  --api-key  the key to send; by default one of the test environment
  --live     let a live key send real messages, which are charged
  --exact    ask for each example by name (Prefer) and compare every value, as against the mock
  --json     also write the report to this file
  --control  where the server takes orders for states and webhooks; /_control on its origin by default
  --spec     a bundled OpenAPI document instead of the one built in
  --version  print the version

It exits with 0 when everything passed and is covered, with 1 when not, and with 2 when it could not run.
`;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`gcm-contract: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const parsed = parseFlags(
    { usage, version: manifest.version },
    {
      allowPositionals: true,
      options: {
        "api-key": { type: "string" },
        live: { type: "boolean", default: false },
        exact: { type: "boolean", default: false },
        json: { type: "string" },
        control: { type: "string" },
        spec: { type: "string" },
      },
    },
  );
  if (!parsed) return 0;
  const { values, positionals } = parsed;
  const [baseUrl, ...more] = positionals;
  if (baseUrl === undefined || more.length > 0) throw new Error(`Give one base URL.\n\n${usage}`);
  const apiKey = values["api-key"];
  const report = await runContract({
    baseUrl,
    live: values.live,
    exact: values.exact,
    document: await readDocument(values.spec),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(values.control === undefined ? {} : { controlUrl: values.control }),
  });
  console.log(printReport(report));
  if (values.json !== undefined) await writeFile(values.json, json(report));
  return report.passed ? 0 : 1;
}

function json(report: ContractReport): string {
  const withLists = (_: string, value: unknown) => (value instanceof Set ? [...value] : value);
  return `${JSON.stringify(report, withLists, 2)}\n`;
}
