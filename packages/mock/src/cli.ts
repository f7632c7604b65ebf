#!/usr/bin/env node
import { parseArgs } from "node:util";
import { parsePort, refuseOldNode } from "@getclickmedia/sms-listen";
import manifest from "../package.json" with { type: "json" };

refuseOldNode("gcm-mock", manifest.engines.node);
// Loaded after the check, because an old Node fails in here with a message that explains nothing.
const { startMock } = await import("./start-mock.ts");
const { mockUrl } = await import("@getclickmedia/sms-types");

const usage = `gcm-mock: answers the Get Click Media REST SMS API with its own examples and errors

  gcm-mock [--port ${new URL(mockUrl).port}] [--host 127.0.0.1] [--spec openapi.json] [--verbose]

  --port     where to listen, by default where the document has the mock; 0 takes any free port
  --host     the address to listen on
  --spec     a bundled OpenAPI document, as JSON or YAML, instead of the one built in
  --verbose  print a line for every request, without keys and texts
`;

try {
  await main();
} catch (error) {
  console.error(`gcm-mock: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      host: { type: "string", default: "127.0.0.1" },
      spec: { type: "string" },
      verbose: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const mock = await startMock({
    host: values.host,
    ...(values.port === undefined ? {} : { port: parsePort("--port", values.port) }),
    ...(values.spec === undefined ? {} : { spec: values.spec }),
    ...(values.verbose
      ? { log: ({ method, path, status }) => console.log(`${method} ${path} ${status}`) }
      : {}),
  });
  console.log(`gcm-mock ready at ${mock.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void mock.close());
  }
}
