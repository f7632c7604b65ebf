#!/usr/bin/env node
import {
  commandsUsage,
  parseFlags,
  parsePort,
  type RunningServer,
  refuseOldNode,
  runServer,
} from "@getclickmedia/sms-listen";
import manifest from "../package.json" with { type: "json" };
import type { Configuration } from "./configuration.ts";
import { defaultPort } from "./default-port.ts";

refuseOldNode("gcm-sandbox", manifest.engines.node);

const program = {
  name: "gcm-sandbox",
  version: manifest.version,
  defaultOrigin: `http://127.0.0.1:${defaultPort}`,
  healthPath: "/_sandbox/health",
};

const usage = `gcm-sandbox: the Get Click Media REST SMS API with memory; nothing is delivered

  gcm-sandbox [--port ${defaultPort}] [--host 127.0.0.1] [--data file.db | --memory] [--config file.json]
              [--clock real|frozen] [--now time] [--speed number] [--allow-private-webhooks]
              [--allow-host name] [--verbose]
${commandsUsage(program)}

  --port     where to listen; 0 takes any free port
  --host     the address to listen on
  --data     a file that keeps everything over restarts
  --memory   keep everything in memory, which is the default
  --config   accounts, settings, clock and DLT rules as JSON; a data file keeps its accounts and clock
  --clock    frozen stands still until it is advanced
  --now      the time at which the clock begins, or goes on to with a data file, as 2026-06-23T10:30:00Z
  --speed    seconds of the sandbox in each real second
  --allow-private-webhooks  let webhooks go to private and link-local addresses
  --allow-host              a name under which the page and the control API answer too
  --verbose  print a line for every request, without keys and texts
  --version  print the version
`;

await runServer({ ...program, start });

async function start(
  flags: string[],
  print: (line: string) => void,
): Promise<RunningServer | undefined> {
  const parsed = parseFlags(
    { usage, version: manifest.version },
    {
      args: flags,
      options: {
        port: { type: "string" },
        host: { type: "string", default: "127.0.0.1" },
        data: { type: "string" },
        memory: { type: "boolean", default: false },
        config: { type: "string" },
        clock: { type: "string" },
        now: { type: "string" },
        speed: { type: "string" },
        "allow-private-webhooks": { type: "boolean", default: false },
        "allow-host": { type: "string", multiple: true, default: [] },
        verbose: { type: "boolean", default: false },
      },
    },
  );
  if (!parsed) return undefined;
  const { values } = parsed;
  if (values.memory && values.data !== undefined)
    throw new Error("--memory and --data exclude each other. Give one of them.");
  // Loaded here and not above, because an old Node fails in it with a message that explains nothing, and because to
  // wait for a server must not take as long as to start one.
  const { startSandbox } = await import("./start-sandbox.ts");
  const { readConfiguration } = await import("./configuration.ts");
  const config: Configuration =
    values.config === undefined ? {} : await readConfiguration(values.config);
  const sandbox = await startSandbox({
    host: values.host,
    clock: readClock(values),
    config: values["allow-private-webhooks"]
      ? { ...config, webhooks: { ...config.webhooks, allowPrivate: true } }
      : config,
    allowHosts: values["allow-host"],
    ...(values.port === undefined ? {} : { port: parsePort("--port", values.port) }),
    ...(values.data === undefined ? {} : { data: values.data }),
    ...(values.verbose
      ? { log: ({ method, path, status }) => print(`${method} ${path} ${status}`) }
      : {}),
  });
  const { url, apiKey, dashboardUrl, controlUrl, notes } = sandbox;
  return {
    lines: [
      `gcm-sandbox ready at ${url}`,
      ...(apiKey ? [`  a key to try  ${apiKey}`] : []),
      `  page          ${dashboardUrl}`,
      `  control API   ${controlUrl}`,
      ...notes,
    ],
    variables: {
      SMS_BASE_URL: url,
      SMS_CONTROL_URL: controlUrl,
      ...(apiKey ? { GCM_API_KEY: apiKey } : {}),
    },
    close: () => sandbox.close(),
  };
}

function readClock({ clock, now, speed }: Partial<Record<"clock" | "now" | "speed", string>>) {
  if (clock !== undefined && clock !== "real" && clock !== "frozen")
    throw new Error(`--clock must be real or frozen, not ${JSON.stringify(clock)}.`);
  if (clock !== undefined && speed !== undefined)
    throw new Error("--clock and --speed exclude each other. Give one of them.");
  if (now !== undefined && Number.isNaN(Date.parse(now)))
    throw new Error(`--now must be a time as 2026-06-23T10:30:00Z, not ${JSON.stringify(now)}.`);
  if (
    speed !== undefined &&
    !(Number(speed) >= 0 && Number(speed) <= 100_000 && speed.trim() !== "")
  )
    throw new Error(`--speed must be a number from 0 to 100000, not ${JSON.stringify(speed)}.`);
  const running = clock === undefined ? speed : clock === "frozen" ? "0" : "1";
  return {
    ...(now === undefined ? {} : { start: new Date(now).toISOString() }),
    ...(running === undefined ? {} : { speed: Number(running) }),
  };
}
