import { createServer, type IncomingMessage } from "node:http";
import { listen } from "@getclickmedia/sms-listen";

/** An answer on its way, as a mutant may change it. */
export interface Passing {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export interface MutatingServer {
  url: string;
  /** Sets what happens to the answers to a path and status from now on. */
  mutate(change: (path: string, passing: Passing) => void): void;
  close(): Promise<void>;
}

/** A server that answers as another one does, but for what a mutant changes. */
export async function startMutatingServer(target: string): Promise<MutatingServer> {
  let mutation: (path: string, passing: Passing) => void = () => {};
  const { origin } = new URL(target);

  const server = createServer(async (request, response) => {
    const body = await read(request);
    const answer = await fetch(`${origin}${request.url}`, {
      method: request.method ?? "GET",
      headers: headersOf(request),
      redirect: "manual",
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    const passing: Passing = {
      status: answer.status,
      headers: withoutHops(Object.fromEntries(answer.headers)),
      text: await answer.text(),
    };
    mutation(request.url ?? "", passing);
    response.writeHead(passing.status, passing.headers);
    response.end(passing.text);
  });
  const { origin: own, close } = await listen(server);

  return {
    url: `${own}${new URL(target).pathname}`,
    mutate: (change) => {
      mutation = change;
    },
    close,
  };
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return withoutHops(
    Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
  );
}

function withoutHops(headers: Record<string, string>): Record<string, string> {
  const hops = ["content-length", "content-encoding", "connection", "host", "keep-alive"];
  hops.push("transfer-encoding", "accept-encoding", "expect");
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hops.includes(name)));
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
