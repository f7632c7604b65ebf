#!/usr/bin/env node
import lintFile from "../src/lint-file.ts";
import report from "../src/report.ts";

const [file, ...rest] = process.argv.slice(2);

if (file === undefined || file.startsWith("-") || rest.length > 0) {
  console.error("Usage: gcm-style-guide <openapi.yaml>");
  process.exitCode = 2;
} else {
  try {
    const results = await lintFile(file);
    console.log(report(results, process.cwd()));
    process.exitCode = results.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(`gcm-style-guide: ${file} cannot be linted. ${cause(error)}`);
    process.exitCode = 2;
  }
}

/** The innermost cause: Spectral wraps what a rule throws several times. */
function cause(error: unknown): string {
  if (error instanceof AggregateError) return cause(error.errors[0]);
  if (error instanceof Error && error.cause !== undefined) return cause(error.cause);
  return error instanceof Error ? error.message : String(error);
}
