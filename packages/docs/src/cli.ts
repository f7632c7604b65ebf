#!/usr/bin/env node
import { parseArgs } from "node:util";
import { type DocsOptions, defaultPort, startDocs } from "./serve.ts";

const usage = `Usage: gcm-docs [--port ${defaultPort}] [--host 127.0.0.1]`;

try {
  const docs = await startDocs(readOptions());
  console.log(`docs ready at ${docs.url}`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => docs.close());
  }
} catch (error) {
  console.error(`gcm-docs: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

function readOptions(): DocsOptions {
  const { port, host } = readFlags();
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    throw new Error(`--port must be a number from 0 to 65535. ${usage}`);
  }
  return { ...(port !== undefined && { port: Number(port) }), ...(host !== undefined && { host }) };
}

function readFlags(): { port?: string; host?: string } {
  try {
    return parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } }).values;
  } catch (error) {
    const [reason = ""] = (error as Error).message.split(/\. |\n/, 1);
    throw new Error(`${reason.replace(/\.$/, "")}. ${usage}`);
  }
}
