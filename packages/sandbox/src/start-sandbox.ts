import type { RequestLog } from "@getclickmedia/sms-api-server";
import { listen } from "@getclickmedia/sms-listen";
import { baseUrl } from "@getclickmedia/sms-types";
import type { Advance } from "./advance-target.ts";
import { defaultPort } from "./default-port.ts";
import { type OpenOptions, openSandbox } from "./open-sandbox.ts";
import { createSandboxServer } from "./server.ts";

export interface SandboxOptions extends OpenOptions {
  /** Where to listen; 0 takes any free port. By default 4020. */
  port?: number;
  /** The address to listen on, `127.0.0.1` by default. */
  host?: string;
  /** Told of every answered request. */
  log?: RequestLog;
}

export interface Sandbox {
  /** What a client takes as its base URL, as `http://127.0.0.1:4020/v1`. */
  url: string;
  /** Where the control API is, as `http://127.0.0.1:4020/_sandbox`. */
  controlUrl: string;
  /** Where the dashboard is. */
  dashboardUrl: string;
  port: number;
  /** A key of the first account, if the sandbox has been started with one that it can show. */
  apiKey: string | undefined;
  /** What of the options a file that has accounts already keeps from taking effect, each in a line. */
  notes: string[];
  /**
   * Moves the clock forward, and resolves when all that became due has happened.
   * @throws Error with one line for a time that is none, or has passed.
   */
  advance(time: Advance): Promise<void>;
  /** Forgets everything and starts as configured. */
  reset(): Promise<void>;
  /** Stops the server and every open connection. */
  close(): Promise<void>;
}

/**
 * Starts a sandbox and resolves once it answers.
 *
 * @example
 * ```ts
 * const sandbox = await startSandbox({ port: 0, clock: "frozen" });
 * const client = new SmsClient({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
 * const { messageId } = await client.send(message);
 * await sandbox.advance({ seconds: 2 });
 * (await client.getStatus(messageId)).status; // "delivered"
 * await sandbox.close();
 * ```
 * @throws Error with one line when the port is taken, the data file cannot be opened, or the configuration
 * is not valid.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = defaultPort, host = "127.0.0.1", log } = options;
  const { core, api, control, newRequestId, apiKey, notes, reset } = await openSandbox(options);
  const server = createSandboxServer({ core, api, control, newRequestId, log });
  const { origin, ...listening } = await listen(server, port, host).catch(
    async (error: unknown) => {
      await core.close();
      throw error;
    },
  );
  let closed: Promise<void> | undefined;

  return {
    url: `${origin}${new URL(baseUrl).pathname}`,
    controlUrl: `${origin}/_sandbox`,
    dashboardUrl: `${origin}/`,
    port: listening.port,
    apiKey,
    notes,
    async advance(time) {
      const problem = await core.advance(time);
      if (problem) throw new Error(problem);
    },
    reset,
    close() {
      closed ??= listening.close().then(() => core.close());
      return closed;
    },
  };
}
