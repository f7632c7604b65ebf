import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface OutsideProxy {
  /** What programs are told to go through to any host but this one. */
  url: string;
  /** The hosts that were asked for since the last call. */
  take(): string[];
  close(): Promise<void>;
}

/** Lets no program out of this machine, and notes where it wanted to go. */
export async function startOutsideProxy(): Promise<OutsideProxy> {
  let hosts: string[] = [];
  const server = createServer((request, response) => {
    hosts.push(request.headers.host ?? "");
    response.writeHead(403, { connection: "close" }).end();
  });
  server.on("connect", ({ url = "" }, socket) => {
    hosts.push(url);
    socket.on("error", () => undefined);
    socket.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = hosts;
      hosts = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
