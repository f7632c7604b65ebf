import { setTimeout as sleep } from "node:timers/promises";
import {
  type ApiDocument,
  apiKeyScheme,
  type LocatedOperation,
  maxBodyBytes,
} from "@getclickmedia/sms-document";
import type { Received } from "./checker.ts";
import { pathOf, type ReplayRequest } from "./replay.ts";

/** The server cannot be reached, or breaks off its answers: nothing further can be learnt from it. */
export class ServerUnusable extends Error {}

export interface Answer extends Received {
  status: number;
  /** The path that was asked for, below the base URL. */
  path: string;
}

/** Sends requests to the server under test. */
export interface Client {
  /**
   * A request of an operation. A server that limits the rate is obeyed: what it refuses for that is sent
   * again when it says, unless the refusal itself is expected.
   */
  replay(
    operation: LocatedOperation,
    request: ReplayRequest,
    expected?: { status?: string; prefer?: string },
  ): Promise<Answer>;
  /** A request to a path below the base URL, with the key and nothing else. */
  send(method: string, path: string): Promise<Answer>;
  /** A POST of JSON to the control address of the server. */
  order(url: string, value: object): Promise<Answer>;
}

export function createClient(document: ApiDocument, baseUrl: string, apiKey: string): Client {
  const keyHeader = apiKeyScheme(document).name;

  return {
    send: (method, path) =>
      obeyingLimit(() => request(method, baseUrl, path, { [keyHeader]: apiKey })),
    order: (url, value) =>
      request("POST", url, "", { "content-type": "application/json" }, JSON.stringify(value)),
    replay: (operation, replayed, { status, prefer } = {}) => {
      const query = new URLSearchParams(replayed.query).toString();
      const path = pathOf(operation, replayed);
      const headers = {
        [keyHeader]: apiKey,
        ...(operation.requestBody
          ? { "content-type": Object.keys(operation.requestBody.content)[0] }
          : {}),
        ...(prefer === undefined ? {} : { prefer }),
        ...replayed.headers,
      };
      const ask = () =>
        request(
          operation.method,
          baseUrl,
          `${path}${query && `?${query}`}`,
          present(headers),
          operation.requestBody && encoded(replayed, maxBodyBytes(operation) ?? 0),
        );
      return status === "429" || prefer !== undefined ? ask() : obeyingLimit(ask);
    },
  };
}

/** The longest that a server may make us wait, in seconds. */
const longestWait = 10;

async function obeyingLimit(ask: () => Promise<Answer>): Promise<Answer> {
  const answer = await ask();
  const seconds = Number(answer.headers.get("retry-after") ?? Number.NaN);
  if (answer.status !== 429 || !(seconds <= longestWait)) return answer;
  await sleep(seconds * 1_000);
  return ask();
}

async function request(
  method: string,
  baseUrl: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Answer> {
  const url = `${baseUrl}${path}`;
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
      ...(body === undefined ? {} : { body }),
    });
    return {
      path,
      status: response.status,
      headers: response.headers,
      body: new Uint8Array(await response.arrayBuffer()),
    };
  } catch (error) {
    throw new ServerUnusable(`${method} ${url} got no whole answer: ${reason(error)}.`);
  }
}

function encoded({ body, rawBody, oversize }: ReplayRequest, limit: number): string {
  const text = rawBody ?? JSON.stringify(body);
  // Space after the value keeps the body valid JSON, so that only its size is wrong.
  return oversize ? text.padEnd(limit + 1) : text;
}

function present(headers: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}

function reason(error: unknown): string {
  const { cause, message } = error as {
    cause?: { code?: string; message?: string };
    message: string;
  };
  return cause?.code ?? cause?.message ?? message;
}
