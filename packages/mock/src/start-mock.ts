import type { RequestLog } from "@getclickmedia/sms-api-server";
import { type ApiDocument, readDocument } from "@getclickmedia/sms-document";
import { listen } from "@getclickmedia/sms-listen";
import { addressesOf } from "./addresses.ts";
import { createMockServer } from "./server.ts";

export interface MockOptions {
  /** Where to listen; 0 takes any free port. By default the port of the server on this machine in the spec. */
  port?: number;
  /** The address to listen on, `127.0.0.1` by default. */
  host?: string;
  /** A bundled document as a JSON or YAML file, instead of the one this package was built with. */
  spec?: string;
  /** Names under which the control paths answer, beside addresses and `localhost`. */
  allowHosts?: string[];
  /** Told of every answered request. */
  log?: RequestLog;
}

export interface Mock {
  /** What a client takes as its base URL, as `http://127.0.0.1:4010/v1`. */
  url: string;
  /** Where its own paths are, as `http://127.0.0.1:4010/_control`. */
  controlUrl: string;
  port: number;
  /** A key that it takes, as it takes every one of this form. */
  apiKey: string;
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
  const document = await readDocument(options.spec);
  const { mockPort, mockBasePath } = addressesOf(document);
  const { port = mockPort, host = "127.0.0.1", allowHosts = [], log } = options;
  const server = await createMockServer(document, [host, ...allowHosts], log);
  const { origin, ...listening } = await listen(server, port, host);
  return {
    url: `${origin}${mockBasePath}`,
    controlUrl: `${origin}/_control`,
    apiKey: `${testKeyPrefixOf(document)}try`,
    ...listening,
  };
}

function testKeyPrefixOf(document: ApiDocument): string {
  const [scheme] = Object.values(document.components.securitySchemes ?? {});
  const prefixes = Object.entries(scheme?.["x-gcm-key-prefixes"] ?? {});
  const [prefix = ""] = prefixes.find(([, { environment }]) => environment === "test") ?? [];
  return prefix;
}
