import { connect, type LookupFunction } from "node:net";
import { describe, expect, test } from "vitest";
import { closedBaseUrl, serveSockets } from "../test/socket-server.ts";
import { neverLeft } from "./never-left.ts";

describe("what really happens", () => {
  test("a port where nobody listens: it never left", async () => {
    const error = await failureOf(await closedBaseUrl());
    expect(neverLeft(error)).toBe(true);
  });

  test("a name that nobody has: it never left", async () => {
    const error = await failureOf("http://nowhere.invalid");
    expect(neverLeft(error)).toBe(true);
  });

  test("a host of which no address can be reached: it never left", async () => {
    const { port } = new URL(await closedBaseUrl());
    const error = await connectFailure(Number(port), ["127.0.0.1", "127.0.0.2"]);
    expect(error).toBeInstanceOf(AggregateError);
    expect(neverLeft(error)).toBe(true);
  });

  test("a connection that is reset once the request has arrived: it may have left", async () => {
    const error = await failureOf(
      await serveSockets((socket) => socket.once("data", () => socket.resetAndDestroy())),
    );
    expect(neverLeft(error)).toBe(false);
  });

  test("a connection that is closed without an answer: it may have left", async () => {
    const error = await failureOf(
      await serveSockets((socket) => socket.once("data", () => socket.end())),
    );
    expect(neverLeft(error)).toBe(false);
  });

  test("an answer that is no HTTP: it may have left", async () => {
    const error = await failureOf(
      await serveSockets((socket) => socket.once("data", () => socket.end("hello"))),
    );
    expect(neverLeft(error)).toBe(false);
  });
});

// What other runtimes and networks say cannot be provoked here, so it is written down.
describe("what is known of errors", () => {
  const failed = (details: object, message = "failed") =>
    Object.assign(new Error(message), details);
  const aggregate = (...errors: unknown[]) =>
    Object.assign(new AggregateError(errors), { code: "ETIMEDOUT" });

  test.each([
    ["refused", failed({ code: "ECONNREFUSED" })],
    ["refused, in Bun", failed({ code: "ConnectionRefused" })],
    ["a fault of a name server, in Bun", failed({ code: "FailedToOpenSocket" })],
    ["no such name", failed({ code: "ENOTFOUND" })],
    ["no name server", failed({ code: "EAI_AGAIN" })],
    ["another fault of a name server", failed({ code: "ESERVFAIL", syscall: "getaddrinfo" })],
    ["undici's limit for connecting", failed({ code: "UND_ERR_CONNECT_TIMEOUT" })],
    ["no route", failed({ code: "EHOSTUNREACH", syscall: "connect" })],
    [
      "Deno",
      failed(
        {},
        "error sending request for url (http://host/): client error (Connect): tcp connect error",
      ),
    ],
    [
      "several addresses, each with its fault",
      aggregate(failed({ syscall: "connect" }), failed({ code: "ECONNREFUSED" })),
    ],
    ["a certificate that nobody vouches for", failed({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" })],
    ["a certificate of another host", failed({ code: "ERR_TLS_CERT_ALTNAME_INVALID" })],
    ["an unknown issuer", failed({ code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" })],
    ["a cause far inside", failed({ cause: failed({ cause: failed({ code: "ECONNREFUSED" }) }) })],
  ])("%s: it never left", (_, error) => {
    expect(neverLeft(error)).toBe(true);
  });

  test.each([
    ["reset while it was read", failed({ code: "ECONNRESET", syscall: "read" })],
    ["reset while it was written", failed({ code: "EPIPE", syscall: "write" })],
    [
      "the server's word that it wants a certificate",
      failed({ code: "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED" }),
    ],
    ["undici's other side closed", failed({ code: "UND_ERR_SOCKET" })],
    ["undici's limit for the headers", failed({ code: "UND_ERR_HEADERS_TIMEOUT" })],
    ["a timeout of no known phase", failed({ code: "ETIMEDOUT" })],
    ["Deno, after it was connected", failed({}, "client error (SendRequest): connection closed")],
    [
      "several errors, one of another kind",
      aggregate(failed({ syscall: "connect" }), failed({ code: "ECONNRESET" })),
    ],
    ["no errors at all", aggregate()],
    ["errors that are no list", failed({ errors: "ECONNREFUSED" })],
    ["an error without any detail", failed({})],
    ["a word in a message", failed({}, "ECONNREFUSED")],
    ["a code that begins like one", failed({ code: "ECONNREFUSED_LATER" })],
    ["a code that ends like one", failed({ code: "NOT_ECONNREFUSED" })],
    ["what is no error", { code: "ECONNREFUSED" }],
    ["a text", "ECONNREFUSED"],
    ["nothing", undefined],
  ])("%s: it may have left", (_, error) => {
    expect(neverLeft(error)).toBe(false);
  });
});

async function failureOf(url: string): Promise<unknown> {
  return fetch(url, { method: "POST", body: "request" }).then(
    () => expect.unreachable("it was answered"),
    (error: unknown) => error,
  );
}

/** As Node connects to a host of several addresses. */
function connectFailure(port: number, addresses: string[]): Promise<unknown> {
  const lookup: LookupFunction = (_host, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );
  return new Promise((resolve) => {
    connect({ host: "several.invalid", port, lookup, autoSelectFamily: true }).once(
      "error",
      resolve,
    );
  });
}

test("causes and errors that go round in a circle may have left", () => {
  const cause = new Error("round");
  cause.cause = cause;
  expect(neverLeft(cause)).toBe(false);
  const several = new AggregateError([], "round");
  several.errors.push(several);
  expect(neverLeft(several)).toBe(false);
});
