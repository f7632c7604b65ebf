import { connect } from "node:tls";
import { expect, test } from "vitest";
import { selfSignedCertificate } from "./self-signed-certificate.ts";
import {
  openRefusingPort,
  startUnacceptingServer,
  startUntrustedServer,
  unresolvableOrigin,
} from "./unreachable.ts";

const failure = async (origin: string, signal?: AbortSignal) =>
  fetch(origin, signal ? { signal } : {}).then(
    () => "answered",
    ({ name, cause }) => cause?.code ?? name,
  );

test("a port refuses", async () => {
  expect(await failure(await openRefusingPort())).toBe("ECONNREFUSED");
});

test("a name does not resolve", async () => {
  expect(await failure(unresolvableOrigin)).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
});

test.runIf(process.platform === "linux")("a connection does not come about", async () => {
  const { origin, close } = await startUnacceptingServer();
  expect(await failure(origin, AbortSignal.timeout(500))).toBe("TimeoutError");
  await close();
});

test("a certificate is not trusted, and nothing is sent to who has it", async () => {
  const server = await startUntrustedServer();
  expect(await failure(server.origin)).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
  expect(server.received()).toBe(0);

  // A client that trusts anyone is seen.
  const { hostname, port } = new URL(server.origin);
  const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false });
  socket.write("hello");
  await expect.poll(server.received).toBe(5);
  await server.close();
});

test("the certificate is valid but for its issuer", async () => {
  const { cert, key } = selfSignedCertificate();
  const { X509Certificate, createPrivateKey } = await import("node:crypto");
  const certificate = new X509Certificate(cert);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(certificate.checkIP("127.0.0.1")).toBe("127.0.0.1");
  expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
});
