import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { createServer } from "node:tls";
import { Worker } from "node:worker_threads";
import { openPort } from "./open-port.ts";
import { selfSignedCertificate } from "./self-signed-certificate.ts";

/** An origin whose name is reserved for not existing (RFC 6761, 6.4). */
export const unresolvableOrigin = "https://nothing.invalid";

/** An origin that refuses connections: its port was free a moment ago, and nothing listens there. */
export async function openRefusingPort(): Promise<string> {
  const { origin, close } = await openPort(0, (socket) => socket.destroy());
  await close();
  return origin;
}

export interface Unreachable {
  origin: string;
  close(): Promise<void>;
}

/** How long a connection to this machine takes at most, in milliseconds, unless nobody lets it in. */
const timeToConnect = 300;

/**
 * An origin to which no connection comes about, and none is refused: the listener accepts nothing, and the
 * queue before it is full. Works on Linux, which lets a connection wait then.
 * @throws Error where the operating system goes on connecting.
 */
export async function startUnacceptingServer(): Promise<Unreachable> {
  // Node accepts whenever its event loop turns, so the listener lives where the loop stands still.
  const listener = new Worker(
    `const { createServer } = require("node:net");
     const { parentPort } = require("node:worker_threads");
     const server = createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
       parentPort.postMessage(server.address().port);
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
     });`,
    { eval: true },
  );
  const [port] = await once(listener, "message");
  const waiting: Socket[] = [];
  const close = async () => {
    for (const socket of waiting) socket.destroy();
    await listener.terminate();
  };
  for (let attempt = 0; attempt < 16; attempt++) {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    waiting.push(socket);
    await once(socket, "connect", { signal: AbortSignal.timeout(timeToConnect) }).catch(() => {});
    if (socket.connecting) return { origin: `http://127.0.0.1:${port}`, close };
  }
  await close();
  throw new Error("This operating system lets connections in although nothing accepts them.");
}

export interface UntrustedServer extends Unreachable {
  /** How many bytes clients have sent inside of TLS: 0, unless one does not check certificates. */
  received(): number;
}

/** An origin whose certificate nobody vouches for, made for it a moment ago. */
export async function startUntrustedServer(): Promise<UntrustedServer> {
  const sockets = new Set<Socket>();
  let received = 0;
  const server = createServer(selfSignedCertificate(), (socket) => {
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      received += chunk.length;
    });
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  // What a client does that trusts nobody.
  server.on("tlsClientError", () => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => received,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
