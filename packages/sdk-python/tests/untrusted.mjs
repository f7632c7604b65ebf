// Starts a server with a certificate that nobody trusts. When its input ends, it prints how often it was sent
// a request.
import { startUntrustedServer } from "@getclickmedia/sms-fault-server";

const server = await startUntrustedServer();
console.log(server.origin);
process.stdin.resume().once("end", async () => {
  console.log(server.received());
  await server.close();
});
