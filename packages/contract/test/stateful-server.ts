import { createServer } from "node:http";
import { isDeepStrictEqual } from "node:util";
import type { ApiDocument } from "@getclickmedia/sms-document";
import { listen } from "@getclickmedia/sms-listen";
import { type Replay, replaysOf } from "../src/replay.ts";

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
    const replay = replays.find((each) => answers(each, request.method ?? "", path, body));
    const answer = await fetch(new URL(path, mockUrl), {
      method: request.method ?? "GET",
      headers: {
        ...only(request.headers, ["x-api-key", "content-type"]),
        ...(replay ? { prefer: preferenceFor(replay) } : {}),
      },
      redirect: "manual",
      ...(body.length > 0 ? { body } : {}),
    });
    const text = await answer.text();
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

  function answers(replay: Replay, method: string, path: string, body: Buffer): boolean {
    const { operation, request } = replay;
    const expected = operation.path.replace(
      /\{([^}]+)\}/g,
      (_, name: string) => request.pathParameters[name] ?? "",
    );
    return (
      replay.state !== undefined &&
      replay.state === state &&
      operation.method === method &&
      path === `/v1${expected}` &&
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
    .replaceAll("req_", "req_0")
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
