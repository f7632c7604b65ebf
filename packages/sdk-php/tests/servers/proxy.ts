import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What becomes of a client that asks for a tunnel. */
const behaviours: Record<string, (client: Socket, target: string) => void> = {
  refuses: (client) => client.end("HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n"),
  limits: (client) => client.end("HTTP/1.1 429 Too Many Requests\r\ncontent-length: 0\r\n\r\n"),
  closes: (client) => client.end(established),
  stalls: (client) => client.write(established),
  tunnels: (client, target) => {
    const server = openTunnel(client, target);
    client.pipe(server);
  },
  // Longer than the handshake of TLS, so a request is on its way then.
  "cuts after 100 kB": (client, target) => {
    const server = openTunnel(client, target);
    let passed = 0;
    client.on("data", (chunk) => {
      passed += chunk.length;
      server.write(chunk);
      if (passed > 100_000) client.resetAndDestroy();
    });
    client.once("close", () => server.destroy());
  },
};
const established = "HTTP/1.1 200 Connection established\r\n\r\n";

function openTunnel(client: Socket, target: string): Socket {
  const [host = "", port] = target.split(":");
  const server = connect(Number(port), host).on("error", () => client.destroy());
  client.write(established);
  server.pipe(client);
  return server;
}

// An HTTP proxy with the behaviour that is given. Prints its URL.
const [, , behaviour = ""] = process.argv;
const server = createServer((client) => {
  client.on("error", () => {});
  client.once("data", (request) => {
    const [, target = ""] = /^CONNECT (\S+)/.exec(request.toString()) ?? [];
    behaviours[behaviour]?.(client, target);
  });
});
server.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once("SIGTERM", () => process.exit());
process.stdin.once("end", () => process.exit()).resume();
