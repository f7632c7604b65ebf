#!/usr/bin/env node
import { parseFlags, parsePort } from "@getclickmedia/sms-listen";
import manifest from "../package.json" with { type: "json" };
import { defaultPort, startDocs } from "./serve.ts";

const usage = `gcm-docs: serves the built documentation

  gcm-docs [--port ${defaultPort}] [--host 127.0.0.1]

  --port     where to listen; 0 takes any free port
  --host     the address to listen on
  --version  print the version
`;

try {
  await main();
} catch (error) {
  console.error(`gcm-docs: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const parsed = parseFlags(
    { usage, version: manifest.version },
    {
      options: {
        port: { type: "string", default: String(defaultPort) },
        host: { type: "string", default: "127.0.0.1" },
      },
    },
  );
  if (!parsed) return;
  const { values } = parsed;
  const docs = await startDocs({ port: parsePort("--port", values.port), host: values.host });
  console.log(`docs ready at ${docs.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void docs.close());
  }
}
