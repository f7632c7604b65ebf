import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { isDeepStrictEqual } from "node:util";
import type { ApiDocument } from "@getclickmedia/sms-document";
import { listen } from "@getclickmedia/sms-listen";
import { createClient } from "../src/client.ts";
import { pathOf, type Replay, replaysOf } from "../src/replay.ts";

export interface StatefulServer {
  url: string;
  close(): Promise<void>;
}

/**
 * A server that can be put into the states that the document declares, as the suite needs it when it
 * cannot ask for an example by name. Behind it stands the mock; ids, times and wording are made up
 * anew in every answer, as a real server makes them.
 */
export async function startStatefulServer(
  document: ApiDocument,
  mockUrl: string,
): Promise<StatefulServer> {
  const replays = replaysOf(document);
  const client = createClient(document, mockUrl, "gcm_test_stateful");
  let state: string | undefined;

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const path = request.url ?? "/";
    if (path === "/_control/states") {
      state = JSON.parse(body.toString()).state;
      response.writeHead(204).end();
      return;
    }
    const method = request.method ?? "GET";
    const overruling = replays.find((each) => overrules(each, method, path));
    const replay = overruling ?? replays.find((each) => answers(each, method, path, body));
    const answer = overruling
      ? await client.replay(overruling.operation, overruling.request, {
          prefer: preferenceFor(overruling),
        })
      : await fetch(new URL(path, mockUrl), {
          method,
          headers: {
            ...only(request.headers, ["x-api-key", "content-type"]),
            ...(replay ? { prefer: preferenceFor(replay) } : {}),
          },
          redirect: "manual",
          ...(body.length > 0 ? { body } : {}),
        });
    const text =
      answer instanceof Response ? await answer.text() : new TextDecoder().decode(answer.body);
    const headers = only(Object.fromEntries(answer.headers), [
      "content-type",
      "retry-after",
      "location",
      "allow",
    ]);
    response.writeHead(answer.status, headers);
    response.end(path.startsWith("/_control") ? text : renewed(text));
  });
  const { origin, close } = await listen(server);

  /** A state that causes an error by itself does so for every request, be it good or bad. */
  function overrules(replay: Replay, method: string, path: string): boolean {
    const { operation, status, example } = replay;
    const pattern = new RegExp(`^/v1${operation.path.replace(/\{[^}]+\}/g, "[^/]+")}$`);
    return (
      replay.state !== undefined &&
      replay.state === state &&
      !status.startsWith("2") &&
      example?.["x-gcm-when"] === undefined &&
      operation.method === method &&
      pattern.test(path)
    );
  }

  function answers(replay: Replay, method: string, path: string, body: Buffer): boolean {
    const { operation, request } = replay;
    return (
      replay.state !== undefined &&
      replay.state === state &&
      operation.method === method &&
      path === `/v1${pathOf(operation, request)}` &&
      (body.length === 0 || isDeepStrictEqual(parsed(body), request.body))
    );
  }

  return {
    url: `${origin}/v1`,
    close,
  };
}

function preferenceFor({ status, name }: Replay): string {
  return `code=${status}${name === undefined ? "" : `, example=${name}`}`;
}

/** Other ids, times and wording than the example has, where no request asked for them. */
function renewed(text: string): string {
  return text
    .replaceAll(/req_\w+/g, () => `req_${randomUUID().replaceAll("-", "")}`)
    .replaceAll("T10:3", "T11:3")
    .replace(/"message":"[^"]*"/, '"message":"In other words."')
    .replace(/("batchId":"gcm_batch_)(?=[^"]*","total":(2|3),)/, "$1new");
}

function only(headers: Record<string, unknown>, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
