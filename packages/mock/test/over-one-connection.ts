import { connect } from "node:net";

/** Writes bytes as no HTTP client would, and reads until the server closes the connection. */
export function overOneConnection(port: number, messages: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(received));
    for (const message of messages) socket.write(message);
  });
}
