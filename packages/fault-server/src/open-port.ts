import { type AddressInfo, createServer, type Socket } from "node:net";

export interface OpenPort {
  /** As `http://127.0.0.1:4010`. */
  origin: string;
  port: number;
  /** Takes no more connections. Resolves when those it took have ended. */
  close(): Promise<void>;
}

/**
 * Takes TCP connections on this machine's own address.
 * @param port 0 takes any free port.
 * @param onConnection gets each connection paused, with nothing read from it.
 * @throws Error with one line that says what to do when the port is taken.
 */
export async function openPort(
  port: number,
  onConnection: (socket: Socket) => void,
): Promise<OpenPort> {
  const host = "127.0.0.1";
  const server = createServer({ pauseOnConnect: true, noDelay: true }, onConnection);
  await new Promise<void>((resolve, reject) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) => {
      const advice = code === "EADDRINUSE" ? " Choose another, or 0 for any free one." : "";
      reject(new Error(`Cannot listen on ${host}, port ${port}: ${code}.${advice}`));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${address.port}`,
    port: address.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
