import type { AddressInfo } from "node:net";
import { readDocument } from "@getclickmedia/sms-document";
import { mockUrl } from "@getclickmedia/sms-types";
import { createMockServer, type RequestLog } from "./server.ts";

/** The port of the mock server in the spec. */
export const defaultPort = Number(new URL(mockUrl).port);

export interface MockOptions {
  /** Where to listen; 0 takes any free port. By default the port of the mock server in the spec. */
  port?: number;
  /** The address to listen on, `127.0.0.1` by default. */
  host?: string;
  /** A bundled document as a JSON file, instead of the one this package was built with. */
  spec?: string;
  /** Told of every answered request. */
  log?: RequestLog;
}

export interface Mock {
  /** What a client takes as its base URL, as `http://127.0.0.1:4010/v1`. */
  url: string;
  port: number;
  /** Stops the server and every open connection. */
  close(): Promise<void>;
}

/**
 * Starts the mock and resolves once it answers.
 *
 * @example
 * ```ts
 * const mock = await startMock({ port: 0 });
 * await fetch(`${mock.url}/account/balance`, { headers: { "x-api-key": "gcm_test_key" } });
 * await mock.close();
 * ```
 * @throws Error when the port is taken or the spec cannot be read, with a message of one line.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = defaultPort, host = "127.0.0.1", spec, log } = options;
  const server = await createMockServer(await readDocument(spec), log);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const { pathname } = new URL(mockUrl);
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${address.port}${pathname}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE") {
    return new Error(
      `Port ${port} on ${host} is taken. Choose another with --port, or --port 0 for any free one.`,
    );
  }
  return new Error(`Cannot listen on ${host}:${port}: ${error.code ?? error.message}.`);
}
