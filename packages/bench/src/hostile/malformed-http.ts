import type { Random } from "@getclickmedia/sms-random";
import type { Exchange } from "./exchange.ts";
import { key } from "./secrets.ts";
import { senderId, templateId, text } from "./valid-bodies.ts";

// What no HTTP client would send.

const host = "host: 127.0.0.1\r\n";
const close = "connection: close\r\n";
const json = "content-type: application/json\r\n";
const keyHeader = `x-api-key: ${key}\r\n`;
const body = JSON.stringify({
  to: "919876543210",
  message: text,
  senderId,
  templateId,
  type: "transactional",
});
const length = Buffer.byteLength(body);
const post = `POST /v1/sms/send HTTP/1.1\r\n${host}${keyHeader}${json}`;
const get = `GET /v1/account/balance HTTP/1.1\r\n${host}${keyHeader}`;
/** A request that a server would only see if it took the one before for shorter than it is. */
const smuggled = `GET /smuggled HTTP/1.1\r\n${host}\r\n`;
const chunked = "transfer-encoding: chunked\r\n";

/** Bytes that are no proper request, or more than one. */
export function malformedHttp(random: Random): Exchange {
  return random.pick([requestLines, headers, bodies, smuggling, protocols])(random);
}

function requestLines(random: Random): Exchange {
  const target = random.pick([
    "/",
    "//",
    "/../../etc/passwd",
    "/..%2f..%2fpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/../index.html",
    "/index.html%00.js",
    "/%",
    "/v1/sms/status/%",
    "/v1/sms/status/%ff%fe",
    "/v1/%73ms/send",
    "/V1/SMS/SEND",
    "/_sandbox/../v1/account/balance",
    "/_sandbox//health",
    "/_sandbox/health/",
    "/_sandbox/health;a=b",
    "/_sandbox/health#x",
    "/_SANDBOX/health",
    "http://evil.example/_sandbox/health",
    "http://127.0.0.1/v1/account/balance",
    "https://user@127.0.0.1:1/_sandbox/health?x#y",
    "*",
    "127.0.0.1:80",
    "",
    "\\..\\..\\windows",
    "/\u00e9",
    `/${"a".repeat(7_000)}`,
    `/${"a".repeat(20_000)}`,
    `/_sandbox/health?${"a=b&".repeat(2_000)}`,
    `/v1/sms/status/${"%61".repeat(2_000)}`,
    `/${"../".repeat(2_000)}`,
  ]);
  const method = random.pick([
    ...["GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"],
    ...["PROPFIND", "M-SEARCH", "QUERY", "get", "FOO", "G\u0000T", "", "A".repeat(3_000)],
  ]);
  const version = random.pick([
    "1.1",
    "1.1",
    "1.1",
    "1.0",
    "1.0",
    "0.9",
    "2.0",
    "3",
    "1.1 ",
    "9.99",
  ]);
  return {
    parts: [`${method} ${target} HTTP/${version}\r\n${host}${keyHeader}${close}\r\n`],
    isHead: () => method === "HEAD",
  };
}

function headers(random: Random): Exchange {
  const header = random.pick([
    "",
    "host: evil.example",
    "Host : 127.0.0.1",
    " folded: a",
    "a: b\r\n folded",
    "a\u0000b: c",
    "a: b\u0000c",
    "a: \u007f\u0001",
    ": empty",
    "no colon",
    "é: ü",
    "x-api-key: gcm_test_\u0000",
    `x-api-key: ${key}\u0001`,
    "a: b\nc: d",
    "a: b\rc: d",
    `x: ${"a".repeat(15_000)}`,
    `x: ${"a".repeat(70_000)}`,
    `${"a".repeat(20_000)}: x`,
    Array.from({ length: 2_500 }, (_, index) => `h${index}: v`).join("\r\n"),
    "expect: 200-ok",
    "expect: 100-continue, 100-continue",
    "upgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13",
    "upgrade: h2c\r\nconnection: upgrade, http2-settings\r\nhttp2-settings: AAMAAABkAAQAoAAAAAIAAAAA",
    "connection: host, x-api-key, content-length",
    "connection: keep-alive, close, upgrade",
    "content-length: 0",
  ]);
  const hosts = random.pick([host, host, host, "", host + host, "host:\r\n"]);
  const path = random.pick(["/v1/account/balance", "/_sandbox/health", "/"]);
  return {
    parts: [`GET ${path} HTTP/1.1\r\n${hosts}${header ? `${header}\r\n` : ""}${close}\r\n`],
  };
}

function bodies(random: Random): Exchange {
  const withLength = `${post}${close}content-length: ${length}\r\n\r\n`;
  const withChunks = `${post}${close}${chunked}\r\n`;
  const chunk = `${length.toString(16)}\r\n${body}\r\n`;
  return random.pick<Exchange>([
    { parts: [withLength, body], answers: 1 },
    { parts: [withChunks, chunk, "0\r\n\r\n"], answers: 1 },
    { parts: [withChunks, chunk, "0\r\nx-api-key: other\r\ntrailer: 1\r\n\r\n"], answers: 1 },
    {
      parts: [
        withChunks,
        `${length.toString(16)};ext=${"a".repeat(1_000)}\r\n${body}\r\n0\r\n\r\n`,
      ],
    },
    {
      parts: [
        withChunks,
        ...[...body].map((each) => `${Buffer.byteLength(each).toString(16)}\r\n${each}\r\n`),
        "0\r\n\r\n",
      ],
      answers: 1,
    },
    { parts: [withChunks, "zz\r\n", body] },
    { parts: [withChunks, "-1\r\n", body] },
    { parts: [withChunks, "ffffffffffffffff\r\n", body] },
    { parts: [withChunks, `${chunk}5\r\nabc\r\n0\r\n\r\n`] },
    { parts: [withChunks, chunk.replaceAll("\r\n", "\n"), "0\n\n"] },
    { parts: [withChunks, chunk], ending: "half-close" },
    { parts: [withLength, body.slice(0, 20)] },
    { parts: [withLength, body.slice(0, 20)], ending: "half-close" },
    { parts: [withLength, body.slice(0, 20)], ending: "reset" },
    { parts: [withLength, body], ending: "reset" },
    { parts: [withLength, body], ending: "half-close" },
    { parts: [withLength, `${body}trailing bytes`], answers: 1, atMost: 1 },
    { parts: [`${post}${close}content-length: 5\r\n\r\n`, body], answers: 1, atMost: 1 },
    {
      parts: [`${post}${close}content-length: 2000000\r\n\r\n`, "a".repeat(2_000_000)],
      answers: 1,
    },
    { parts: [`${post}${close}content-length: 99999999999999999999\r\n\r\n`, body] },
    { parts: [`${post}${close}content-length: 1048577\r\nexpect: 100-continue\r\n\r\n`] },
    {
      parts: [`${withLength.replace("\r\n\r\n", "\r\nexpect: 100-continue\r\n\r\n")}`, body],
      pause: 2,
      answers: 1,
    },
    { parts: [`${get}${close}content-length: ${length}\r\n\r\n`, body], answers: 1 },
    { parts: [`${post}${close}\r\n`], answers: 1 },
  ]);
}

function smuggling(random: Random): Exchange {
  const refused = (headers: string, sent = `0\r\n\r\n${smuggled}`): Exchange => ({
    parts: [`${post}${headers}\r\n${sent}`],
    atMost: 1,
  });
  return random.pick<Exchange>([
    refused(`content-length: 5\r\n${chunked}`),
    refused(`${chunked}content-length: 5\r\n`),
    refused("content-length: 5\r\ncontent-length: 6\r\n", `0\r\n\r\n${smuggled}`),
    refused("content-length: 5, 5\r\n"),
    refused("content-length: +5\r\n"),
    refused("content-length: 0x5\r\n"),
    refused("content-length: -5\r\n"),
    refused("content-length : 5\r\n"),
    refused("content-length:\r\n"),
    refused("transfer-encoding : chunked\r\n"),
    refused("transfer-encoding: xchunked\r\n"),
    refused("transfer-encoding: chunked, identity\r\n"),
    refused("transfer-encoding: \u000bchunked\r\n"),
    refused("transfer-encoding: chunked\r\ntransfer-encoding: cow\r\n"),
    refused(`x: a\rtransfer-encoding: chunked\r\ncontent-length: ${smuggled.length + 5}\r\n`),
    refused(`x: a\ntransfer-encoding: chunked\r\ncontent-length: ${smuggled.length + 5}\r\n`),
  ]);
}

function protocols(random: Random): Exchange {
  const pipelined = 2 + random.below(30);
  return random.pick<Exchange>([
    { parts: [`${get}\r\n`.repeat(pipelined), `${get}${close}\r\n`], answers: pipelined + 1 },
    {
      parts: [
        `${post}content-length: ${length}\r\n\r\n${body}`.repeat(pipelined),
        `${get}${close}\r\n`,
      ],
      answers: pipelined + 1,
    },
    { parts: [`${get}\r\n`.repeat(pipelined), "garbage\r\n\r\n"], answers: pipelined + 1 },
    { parts: [`${get}\r\n`.repeat(pipelined)], ending: "reset" },
    { parts: [`${get}\r\n`.repeat(pipelined)], ending: "half-close" },
    {
      parts: [`HEAD /v1/account/balance HTTP/1.1\r\n${host}${keyHeader}\r\n${get}${close}\r\n`],
      answers: 2,
      isHead: (index) => index === 0,
    },
    { parts: [`GET /v1/account/balance HTTP/1.0\r\n${keyHeader}\r\n`], answers: 1 },
    {
      parts: [
        `GET /v1/account/balance HTTP/1.0\r\n${keyHeader}connection: keep-alive\r\n\r\n`.repeat(2),
      ],
      ending: "half-close",
    },
    { parts: ["GET /\r\n"] },
    { parts: ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"] },
    { parts: [Buffer.from("16030100c8010000c40303", "hex"), Buffer.alloc(200, 7)] },
    { parts: [Buffer.from(Array.from({ length: 200 }, () => random.below(256)))] },
    { parts: [Buffer.alloc(100_000)] },
    { parts: ["\r\n".repeat(2_000), `${get}${close}\r\n`] },
    { parts: ["SSH-2.0-x\r\n"] },
    { parts: [""], ending: "half-close" },
    { parts: [""], ending: "reset" },
    { parts: [get.slice(0, 30)], ending: "reset" },
    { parts: [get.slice(0, 30)], ending: "half-close" },
    { parts: [get] },
  ]);
}

/** What a server may wait for in vain. */
export const unfinishedRequest = get;

/** Bytes that come a few at a time, and never all of them. */
export function slowExchange(random: Random): Exchange {
  const drip = (bytes: string, size: number) =>
    bytes.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
  const withLength = `${post}content-length: ${length + 10}\r\n\r\n`;
  return random.pick<Exchange>([
    { parts: drip(get, 4), pause: 100, ending: "reset" },
    { parts: [withLength, ...drip(body, 8)], pause: 100, ending: "reset" },
    {
      parts: [`${post}${chunked}\r\n`, ...drip("1\r\na\r\n".repeat(20), 3)],
      pause: 50,
      ending: "half-close",
    },
    { parts: [get, ...Array.from({ length: 20 }, (_, index) => `x${index}: a\r\n`)], pause: 100 },
  ]);
}
