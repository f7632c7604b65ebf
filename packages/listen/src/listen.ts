import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Listening {
  port: number;
  /** Where it can be called, without a path, as `http://127.0.0.1:4010`. Of all addresses it is that of this machine. */
  origin: string;
  /** Stops the server and every open connection. */
  close(): Promise<void>;
}

/**
 * Lets a server listen and resolves once it does.
 * @param port 0 takes any free port.
 * @throws Error with one line that says what to do when the port is taken or the address is wrong.
 */
export async function listen(server: Server, port = 0, host = "127.0.0.1"): Promise<Listening> {
  // Node takes it for every address of the machine, as of an unset variable in a script.
  if (host.trim() === "")
    throw new Error(
      "--host is empty. Give the address to listen on, as 127.0.0.1, or leave it out.",
    );
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    origin: `http://${callable(host, address.address)}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * A host as it stands in a URL. Nothing can be called at "any address".
 * @param address what the host comes to: there are several ways to write "any address".
 */
function callable(host: string, address: string): string {
  if (address === "0.0.0.0") return "127.0.0.1";
  if (address === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  return new Error(
    error.code === "EADDRINUSE"
      ? `Port ${port} on ${host} is taken. Choose another with --port, or --port 0 for any free one.`
      : `Cannot listen on ${host}, port ${port}: ${error.code ?? error.message}.`,
  );
}
