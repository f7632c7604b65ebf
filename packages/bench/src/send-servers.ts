import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDocument } from "@getclickmedia/sms-document";
import type { ExampleSend } from "./example-send.ts";
import { type Server, type ServerOptions, startServer } from "./server.ts";

// The servers that answer a send, each in a process of its own.

const file = (name: string) => fileURLToPath(import.meta.resolve(name));

export function startMock(): Promise<Server> {
  return startServer(
    "gcm-mock",
    file("@getclickmedia/sms-mock").replace(/index\.js$/, "cli.js"),
    (port) => ["--port", String(port)],
    "/_control/health",
  );
}

/** Plain Prism on the same document. */
export function startPrism(): Promise<Server> {
  return startServer(
    "Prism",
    file("@stoplight/prism-cli").replace(/dist.*$/, "dist/index.js"),
    (port) => ["mock", "-p", String(port), file("@getclickmedia/sms-openapi")],
    "/account/balance",
  );
}

/** A bare server that parses JSON and always answers the same: it checks nothing and stores nothing. */
export function startFastify({ path, answer }: ExampleSend): Promise<Server> {
  return startServer(
    "Fastify",
    file("./fastify-server.ts"),
    (port) => [String(port), path, JSON.stringify(answer)],
    "/",
  );
}

/** A folder for data files, on the disk of this repository: a temporary one may lie in memory. */
export function createDataFolder(): { folder: string; remove(): void } {
  const parent = file("../.data");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "run-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface SandboxOptions extends ServerOptions {
  /** What the configuration has beside the account. */
  config?: object;
}

/**
 * The sandbox on a data file, which is made where there is none, with one account that the limits of no plan
 * stop. Its first request is a read with a key, so that it is answered by the API and the store.
 */
export async function startSandbox(
  { apiKey, headers }: ExampleSend,
  data: string,
  { config = {}, ...options }: SandboxOptions = {},
): Promise<Server> {
  const configuration = `${data}.json`;
  writeFileSync(configuration, JSON.stringify({ accounts: [await account(apiKey)], ...config }));
  const server = await startServer(
    "gcm-sandbox",
    file("@getclickmedia/sms-sandbox").replace(/index\.js$/, "cli.js"),
    (port) => ["--port", String(port), "--config", configuration, "--data", data],
    "/v1/account/balance",
    { headers, ...options },
  );
  return { ...server, url: `${server.url}/v1` };
}

/** An account with the headers and templates of the document's examples. */
async function account(apiKey: string): Promise<object> {
  const templates = Object.entries((await readDocument())["x-gcm-templates"] ?? {});
  const senderIds = new Set(templates.map(([, { senderId }]) => senderId));
  return {
    accountId: "bench",
    plan: "Enterprise",
    requestsPerSecond: 1_000_000,
    credits: 1_000_000_000_000,
    keys: [{ key: apiKey }],
    headers: [...senderIds].map((senderId) => ({ senderId, approved: true })),
    templates: templates.map(([templateId, template]) => ({ templateId, ...template })),
  };
}

/** How many messages a sandbox has stored. */
export async function storedMessages(sandbox: Server): Promise<number> {
  const health = await fetch(new URL("/_sandbox/health", sandbox.url));
  return ((await health.json()) as { messages: number }).messages;
}
