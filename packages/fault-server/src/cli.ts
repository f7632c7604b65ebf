import { parseArgs } from "node:util";
import { parsePort } from "@getclickmedia/sms-listen";
import { startFaultServer } from "./start-fault-server.ts";

const usage = `Answers the Get Click Media REST SMS API, and misbehaves on order

  node src/cli.ts [--port 0]

It prints one line of JSON with its origin, and lives until its standard input ends or it gets SIGTERM.
`;

try {
  await main();
} catch (error) {
  console.error(`fault-server: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "0" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const server = await startFaultServer({ port: parsePort("--port", values.port) });
  const stop = () => {
    process.stdin.destroy();
    void server.close();
  };
  // A parent that dies closes its end, and the server does not outlive it.
  process.stdin.once("end", stop).once("error", stop).resume();
  process.once("SIGTERM", stop).once("SIGINT", stop);
  console.log(JSON.stringify({ origin: server.origin }));
}
