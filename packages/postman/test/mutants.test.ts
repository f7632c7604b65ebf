import { createServer } from "node:http";
import { readDocument } from "@getclickmedia/sms-document";
import { listen } from "@getclickmedia/sms-listen";
import { type Mock, startMock } from "@getclickmedia/sms-mock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCollection } from "../src/create-collection.ts";
import { type MutatingServer, type Passing, startMutatingServer } from "./mutating-server.ts";
import { runCollection } from "./newman-run.ts";

// Every mutant is a fault that a server could have. A run of the collection must notice each of them.

const collection = await createCollection(await readDocument());

let mock: Mock;
let server: MutatingServer;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  server = await startMutatingServer(mock.url);
});
afterAll(async () => {
  await server.close();
  await mock.close();
});

const run = (folder: string) =>
  runCollection(
    collection,
    { baseUrl: server.url, apiKey: "gcm_test_mutants", serverIsMock: "true" },
    folder,
  );

type Fields = Record<string, unknown>;
const body = (change: (fields: Fields) => void) => (passing: Passing) => {
  const fields = JSON.parse(passing.text) as Fields;
  change(fields);
  passing.text = JSON.stringify(fields);
};
const drop = (name: string) =>
  body((fields) => {
    delete fields[name];
  });
const set = (name: string, value: unknown) =>
  body((fields) => {
    fields[name] = value;
  });
const inError = (name: string, value: unknown) =>
  body((fields) => {
    (fields.error as Fields)[name] = value;
  });
const status = (value: number) => (passing: Passing) => {
  passing.status = value;
};
const header = (name: string, value?: string) => (passing: Passing) => {
  if (value === undefined) delete passing.headers[name];
  else passing.headers[name] = value;
};
const text = (value: string) => (passing: Passing) => {
  passing.text = value;
};

const anywhere = "From any server";
const onMock = "Only from the mock";

test.each<[name: string, folder: string, path: RegExp, status: number, (passing: Passing) => void]>(
  [
    ["a dropped field", "Messages", /send$/, 200, drop("queuedAt")],
    ["an id that is missing", "Campaigns", /bulk$/, 200, drop("batchId")],
    ["a field of another type", "Messages", /send$/, 200, set("credits", "1")],
    ["a number below its minimum", "Account", /balance$/, 200, set("credits", -1)],
    ["a date with a time", "Account", /balance$/, 200, set("expiresAt", "2026-12-31T00:00:00Z")],
    ["a time that is none", "Messages", /status/, 200, set("queuedAt", "yesterday, about noon")],
    ["a batch that is not cancelled", "Campaigns", /schedule/, 200, set("cancelled", false)],
    ["another message", "Messages", /status/, 200, set("messageId", "gcm_msg_9999999999")],
    ["201 instead of 200", "Messages", /send$/, 200, status(201)],
    ["a redirect", "Account", /balance$/, 200, status(301)],
    ["another content type", "Messages", /send$/, 200, header("content-type", "text/html")],
    ["no content type", "Messages", /send$/, 200, header("content-type")],
    ["a body that is no JSON", "Messages", /send$/, 200, text("<html></html>")],
    ["an empty body", "Account", /balance$/, 200, text("")],
    ["200 for a bad request", anywhere, /send$/, 400, status(200)],
    ["500 instead of 422", anywhere, /send$/, 422, status(500)],
    ["another code", anywhere, /send$/, 401, inError("code", "NOT_FOUND")],
    ["an error without its requestId", anywhere, /send$/, 413, inError("requestId", undefined)],
    ["an error as plain text", anywhere, /send$/, 415, header("content-type", "text/plain")],
    ["a 429 without Retry-After", onMock, /send$/, 429, header("retry-after")],
    ["a Retry-After in words", onMock, /send$/, 429, header("retry-after", "soon")],
    ["a malformed RateLimit", onMock, /send$/, 429, header("ratelimit", "many")],
  ],
)("a run notices %s (%s)", async (_name, folder, path, expected, change) => {
  let changed = 0;
  server.mutate((asked, passing) => {
    if (!path.test(asked) || passing.status !== expected) return;
    changed += 1;
    change(passing);
  });
  const { failures } = await run(folder);
  expect(changed).toBeGreaterThan(0);
  expect(failures).not.toEqual([]);
});

test.each(["Messages", "Campaigns", "Account", anywhere, onMock])(
  "without a mutation the run of %s is green",
  async (folder) => {
    server.mutate(() => {});
    expect((await run(folder)).failures).toEqual([]);
  },
);

test("the key does not follow a redirect", async () => {
  const visits: string[] = [];
  const elsewhere = await listen(
    createServer((request, response) => {
      visits.push(request.url ?? "");
      response.end();
    }),
  );
  try {
    server.mutate((_, passing) => {
      passing.status = 301;
      passing.headers.location = `${elsewhere.origin}/v1`;
    });
    const { failures } = await run("Account");
    expect(failures).not.toEqual([]);
    expect(visits).toEqual([]);
  } finally {
    await elsewhere.close();
  }
});
