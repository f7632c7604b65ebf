import {
  openRefusingPort,
  startUnacceptingServer,
  startUntrustedServer,
  unresolvableOrigin,
} from "@getclickmedia/sms-fault-server";

const unaccepting = await startUnacceptingServer();
const untrusted = await startUntrustedServer();
console.log(
  JSON.stringify({
    refused: await openRefusingPort(),
    dns: unresolvableOrigin,
    "connect-timeout": unaccepting.origin,
    untrusted: untrusted.origin,
  }),
);

process.stdout.on("error", () => {}); // Nobody may be there to read it.

// When nobody asks any more it tells what clients have sent to the server that they should not have trusted.
const stop = async () => {
  console.log(JSON.stringify({ received: untrusted.received() }));
  await Promise.all([unaccepting.close(), untrusted.close()]);
};
process.stdin.once("end", () => void stop()).resume();
process.once("SIGTERM", () => process.exit());
