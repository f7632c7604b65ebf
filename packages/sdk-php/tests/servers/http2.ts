import { readFileSync } from "node:fs";
import { createSecureServer } from "node:http2";
import type { AddressInfo } from "node:net";

// Answers the API over HTTP/2 and HTTP/1.1, as the client likes, with the certificate and key of a file that is given.
// Prints its URL, and then every request with its version of HTTP.
const [, , file = ""] = process.argv;
const pem = readFileSync(file);

const server = createSecureServer(
  { cert: pem, key: pem, allowHTTP1: true },
  (request, response) => {
    request.resume().once("end", () => {
      console.log(`${request.method} over HTTP/${request.httpVersion}`);
      response.end('{"messageId":"gcm_msg_1","credits":1}');
    });
  },
);
server.listen(0, "127.0.0.1", () => {
  console.log(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once("SIGTERM", () => process.exit());
process.stdin.once("end", () => process.exit()).resume();
