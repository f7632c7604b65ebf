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

refuseOldNode("gcm-mock", manifest.engines.node);
// Loaded after the check, because an old Node fails in here with a message that explains nothing.
const { mockUrl } = await import("@getclickmedia/sms-types");

const program = {
  name: "gcm-mock",
  version: manifest.version,
  defaultOrigin: new URL(mockUrl).origin,
  healthPath: "/_control/health",
};

const usage = `gcm-mock: answers the Get Click Media REST SMS API with its own examples and errors

  gcm-mock [--port ${new URL(mockUrl).port}] [--host 127.0.0.1] [--spec openapi.json]
           [--allow-host name] [--verbose]
${commandsUsage(program)}

  --port        where to listen, by default where the document has the mock; 0 takes any free port
  --host        the address to listen on
  --spec        a bundled OpenAPI document, as JSON or YAML, instead of the one built in
  --allow-host  a name under which the control paths answer too
  --verbose     print a line for every request, without keys and texts
  --version     print the version
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
        spec: { type: "string" },
        "allow-host": { type: "string", multiple: true, default: [] },
        verbose: { type: "boolean", default: false },
      },
    },
  );
  if (!parsed) return undefined;
  const { values } = parsed;
  // Not above: to wait for a server must not take as long as to start one.
  const { startMock } = await import("./start-mock.ts");
  const mock = await startMock({
    host: values.host,
    allowHosts: values["allow-host"],
    ...(values.port === undefined ? {} : { port: parsePort("--port", values.port) }),
    ...(values.spec === undefined ? {} : { spec: values.spec }),
    ...(values.verbose
      ? { log: ({ method, path, status }) => print(`${method} ${path} ${status}`) }
      : {}),
  });
  return {
    lines: [`gcm-mock ready at ${mock.url}`],
    variables: {
      SMS_BASE_URL: mock.url,
      SMS_CONTROL_URL: mock.controlUrl,
      GCM_API_KEY: mock.apiKey,
    },
    close: () => mock.close(),
  };
}
