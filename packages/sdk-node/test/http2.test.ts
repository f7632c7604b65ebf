import { once } from "node:events";
import { createSecureServer, type Http2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { selfSignedCertificate } from "@getclickmedia/sms-fault-server";
import { expect, onTestFinished, test } from "vitest";
import type { SendRequest, SmsError } from "../src/index.ts";
import { requestOf } from "./api-examples.ts";
import { impatientClient } from "./impatient-client.ts";

const request = requestOf<SendRequest>("send");
const recipients = ["919876543210", "919876543211", "919876543212"];

/** Serves HTTP/2 alone, and does something once the sends to all recipients are read and none is answered. */
async function serveHttp2(end: (streams: Http2Stream[]) => void) {
  const certificate = selfSignedCertificate();
  const trusted = getCACertificates();
  setDefaultCACertificates([...trusted, certificate.cert]);
  const arrived: string[] = [];
  const streams: Http2Stream[] = [];
  const server = createSecureServer(certificate);
  server.on("sessionError", () => {});
  server.on("stream", async (stream) => {
    stream.on("error", () => {});
    const { to } = (await json(stream)) as SendRequest;
    arrived.push(to);
    if (streams.push(stream) === recipients.length) end(streams);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => {
    setDefaultCACertificates(trusted);
    for (const { session } of streams) session?.destroy();
    server.close();
  });
  return { baseUrl: `https://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, arrived };
}

// The first two say that nothing was done with a request, which other clients take for leave to send it again.
test.each<[string, (streams: Http2Stream[]) => void]>([
  [
    "refuses the streams",
    (streams) => {
      for (const stream of streams) stream.close(7);
    },
  ],
  [
    "goes away, having handled none",
    ([stream]) => {
      stream?.session?.goaway(0, 0);
      setImmediate(() => stream?.session?.destroy());
    },
  ],
  [
    "goes away, having handled all",
    ([stream]) => {
      stream?.session?.goaway(0);
      setImmediate(() => stream?.session?.destroy());
    },
  ],
])("over HTTP/2 no send is repeated when the server %s", async (_, end) => {
  const { baseUrl, arrived } = await serveHttp2(end);
  const { client, waits } = impatientClient({ baseUrl });

  const failures = await Promise.all(
    recipients.map((to) => client.send({ ...request, to }).catch((error: SmsError) => error)),
  );

  for (const failure of failures) expect(failure).toMatchObject({ deliveryUnknown: true });
  expect(arrived.sort()).toEqual(recipients);
  expect(waits).toEqual([]);
});
