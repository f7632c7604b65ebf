import { createServer, type IncomingMessage } from "node:http";
import { listen } from "@getclickmedia/sms-listen";

/** An answer or a webhook on its way, as a mutant may change it. */
export interface Passing {
  status: number;
  headers: Record<string, string>;
  /** The parsed JSON body; `undefined` when there is none. */
  body: unknown;
  /** Replaces the body's bytes as they are written. */
  rawBody?: string;
}

/** A request on its way, as a lenient server may mend it instead of refusing it. */
export interface Incoming {
  method: string;
  headers: Record<string, string>;
  /** The body as it was sent. */
  body: string;
}

/** What a message belongs to: `send 429`, `sms.failed`. */
export type Mutation = (subject: string, passing: Passing) => void;

export interface MutatingProxy {
  url: string;
  /** Sets the mutation of all messages from now on, and how requests are mended before. */
  mutate(mutation: Mutation, mend?: (incoming: Incoming) => void): void;
  close(): Promise<void>;
}

/**
 * A proxy before a server under test that corrupts its answers, and the webhooks that it is ordered to
 * deliver. It proves that the contract suite notices.
 */
export async function startMutatingProxy(
  target: string,
  subjectOf: (method: string, path: string) => string,
): Promise<MutatingProxy> {
  let mutation: Mutation = () => {};
  let mend: (incoming: Incoming) => void = () => {};
  const webhookTargets = new Map<string, string>();

  const server = createServer(async (request, response) => {
    const body = await read(request);
    const path = request.url ?? "/";
    const webhookTarget = webhookTargets.get(path);
    const passing = webhookTarget
      ? { status: 204, headers: headersOf(request), body: JSON.parse(body.toString()) }
      : await forward(request, String(ordered(path, body)));
    const operation = subjectOf(request.method ?? "", path.split("?")[0] ?? "");
    mutation(webhookTarget ? path.slice(1) : `${operation} ${passing.status}`, passing);
    if (webhookTarget) await deliver(webhookTarget, passing);
    response.writeHead(passing.status, withoutLength(passing.headers));
    response.end(webhookTarget ? "" : written(passing));
  });
  const { origin, close } = await listen(server);

  /** An order for a webhook is changed so that the webhook comes back through this proxy. */
  function ordered(path: string, body: Buffer): Buffer | string {
    if (path !== "/_control/webhooks") return body;
    const order = JSON.parse(body.toString());
    webhookTargets.set(`/${order.event}`, order.url);
    return JSON.stringify({ ...order, url: `${origin}/${order.event}` });
  }

  async function forward(request: IncomingMessage, body: string): Promise<Passing> {
    const incoming = { method: request.method ?? "GET", headers: headersOf(request), body };
    if (!request.url?.startsWith("/_control")) mend(incoming);
    const response = await fetch(new URL(request.url ?? "/", target), {
      method: incoming.method,
      headers: withoutLength(incoming.headers),
      redirect: "manual",
      ...(incoming.body.length > 0 ? { body: incoming.body } : {}),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: text ? JSON.parse(text) : undefined,
    };
  }

  return {
    url: `${origin}/v1`,
    mutate: (nextMutation, nextMend = () => {}) => {
      mutation = nextMutation;
      mend = nextMend;
    },
    close,
  };
}

async function deliver(url: string, passing: Passing): Promise<void> {
  const headers = withoutLength(passing.headers);
  await fetch(url, { method: "POST", headers, body: written(passing) });
}

function written({ body, rawBody }: Passing): string {
  return rawBody ?? (body === undefined ? "" : JSON.stringify(body));
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
}

function withoutLength(headers: Record<string, string>): Record<string, string> {
  const hopByHop = [
    "content-length",
    "connection",
    "host",
    "keep-alive",
    "transfer-encoding",
    "expect",
  ];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.includes(name)));
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
