import { connect } from "node:net";

/** How the server left a connection: open, closed properly (FIN) or broken off (RST). */
export type Ending = "open" | "closed" | "reset";

/** A connection over which bytes go as no HTTP client would send them. */
export interface RawConnection {
  write(data: string | Buffer): Promise<void>;
  /** All that came so far. */
  received(): string;
  ending(): Ending;
  /** Resolves when the server has ended the connection. */
  ended: Promise<Ending>;
  close(): void;
}

export async function openConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setNoDelay();
  let received = "";
  let ending: Ending = "open";
  socket.setEncoding("latin1");
  socket.on("data", (text) => {
    received += text;
  });
  const ended = new Promise<Ending>((resolve) => {
    socket.on("error", ({ code }: NodeJS.ErrnoException) => {
      if (code === "ECONNRESET" || code === "EPIPE") ending = "reset";
    });
    socket.on("close", () => {
      if (ending === "open") ending = "closed";
      resolve(ending);
    });
  });
  await new Promise<void>((resolve) => {
    socket.once("connect", resolve).once("close", () => resolve());
  });
  return {
    write: (data) => new Promise((resolve) => socket.write(data, () => resolve())),
    received: () => received,
    ending: () => ending,
    ended,
    close: () => socket.destroy(),
  };
}

/** A send as a client writes it. */
export function sendRequest(baseUrl: string, headers = ""): string {
  const { host, pathname } = new URL(`${baseUrl}/sms/send`);
  const body = '{"to":"919876543210"}';
  return `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\nx-api-key: gcm_test_raw\r\n${headers}content-length: ${body.length}\r\n\r\n${body}`;
}
