import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived. */
export interface RecordedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface RecordingServer {
  /** Where a sample sends its request, as `http://127.0.0.1:12345`. */
  url: string;
  /** What has arrived since the last `answer`. */
  requests: RecordedRequest[];
  /** Sets what is answered from now on. */
  answer(status: number, body: unknown): void;
  close(): Promise<void>;
}

/** A server on this machine that answers every request alike and keeps what arrived. */
export async function startRecordingServer(): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  let status = 200;
  let answer = "{}";
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url: path = "", headers } = request;
    requests.push({ method, path, headers, body: Buffer.concat(chunks).toString("utf8") });
    response.writeHead(status, { "content-type": "application/json" }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer(nextStatus, body) {
      requests.length = 0;
      status = nextStatus;
      answer = JSON.stringify(body);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
