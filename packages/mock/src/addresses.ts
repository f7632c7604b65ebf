import type { ApiDocument } from "@getclickmedia/sms-document";

const loopbackHosts = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Where the document says that the API and its mock are found. */
export interface Addresses {
  /** The base URL of the API: that of the first server. */
  baseUrl: string;
  /** The port of the server on this machine; 0, which is any free port, when there is none. */
  mockPort: number;
  /** The base path of the server on this machine, or else that of the API, as `/v1`. */
  mockBasePath: string;
}

export function addressesOf({ servers }: ApiDocument): Addresses {
  const [api, ...others] = servers.map(({ url }) => url.replace(/\/$/, ""));
  const local = [api, ...others].map((url) => URL.parse(url ?? "")).find(isLoopback);
  return {
    baseUrl: api ?? "",
    mockPort: Number(local?.port ?? 0),
    // A server may be given as a path alone, which any origin resolves.
    mockBasePath: (local ?? new URL(api ?? "", "http://localhost")).pathname.replace(/\/$/, ""),
  };
}

export function isLoopback(url: URL | null): url is URL {
  return url !== null && loopbackHosts.has(url.hostname);
}
