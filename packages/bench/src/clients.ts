import type { SmsClient } from "@getclickmedia/sms-sdk";
import type { ExampleSend } from "./example-send.ts";
import { peers } from "./peers.ts";

/** Something that a developer could make the calls with. */
export interface Client {
  /** The npm package, if it is one. */
  name: string;
  /** The exact version that is installed; ours is packed from this repository. */
  version?: string;
  /** What a caller imports from the package. */
  imports?: string;
  /** Where its call goes, and what contents it. By default that is our example. */
  answer?: { path: string; body: object };
  /**
   * Makes the function that sends one small request and resolves with what was answered. It rejects when the
   * answer was an error.
   */
  connect(module: never, local: LocalSend): () => Promise<unknown>;
}

/** Our example, and the local server that answers it. */
export interface LocalSend extends ExampleSend {
  origin: string;
}

export const sdk: Client = {
  name: "@getclickmedia/sms-sdk",
  imports: "SmsClient",
  connect(
    { SmsClient: Client }: { SmsClient: typeof SmsClient },
    { origin, apiKey, request }: LocalSend,
  ) {
    const client = new Client({ apiKey, baseUrl: origin });
    return () => client.send(request as Parameters<SmsClient["send"]>[0]);
  },
};

/** The base line: what there is to write without any package. */
export const rawFetch: Client = {
  name: "fetch",
  connect: (_, { origin, path, headers, request }: LocalSend) => {
    return async () => {
      const response = await fetch(origin + path, {
        method: "POST",
        headers,
        body: JSON.stringify(request),
      });
      return response.json();
    };
  },
};

/** What a careful caller writes, who does not want to wait forever. */
export const fetchWithTimeout: Client = {
  name: "fetch, 30 s timeout",
  connect: (_, { origin, path, headers, request }: LocalSend) => {
    return async () => {
      const response = await fetch(origin + path, {
        method: "POST",
        headers,
        body: JSON.stringify(request),
        signal: AbortSignal.timeout(30_000),
      });
      return response.json();
    };
  },
};

/** All, ours first. */
export const clients: readonly Client[] = [sdk, rawFetch, fetchWithTimeout, ...peers];
