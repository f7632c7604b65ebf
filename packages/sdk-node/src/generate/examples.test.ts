import { readFile } from "node:fs/promises";
import { type ApiDocument, type Operation, readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { readBundle } from "./bundle.ts";
import { examples } from "./examples.ts";

/** What is written for the document, once it is changed. */
async function written(change: (document: ApiDocument) => void): Promise<string> {
  const document = await readDocument();
  change(document);
  return examples(document, readBundle(document));
}

const operation = ({ paths }: ApiDocument, path: string, method: "get" | "post"): Operation => {
  const found = paths[path]?.[method];
  if (!found) throw new Error(`There is no ${method} ${path}.`);
  return found;
};

const senderId = ({ components }: ApiDocument) => components.schemas.SenderId ?? {};

test("the committed file is what the spec says", async () => {
  const committed = await readFile(new URL("../generated/examples.ts", import.meta.url), "utf8");
  expect(await written(() => {})).toBe(committed);
});

test("a rule of the spec becomes one of the fake API, without its prose", async () => {
  const text = await written((document) => Object.assign(senderId(document), { maxLength: 7 }));
  expect(text).toContain(
    '"senderId":{"type":"string","pattern":"^[A-Za-z0-9]{6}$","minLength":6,"maxLength":7}',
  );
});

test("the code that answers a wrong number comes along", async () => {
  const text = await written(() => {});
  expect(text).toContain('"maxLength":12,"errorCode":"INVALID_NUMBER"}');
});

test("a rule that the fake API cannot check is refused", async () => {
  await expect(
    written((document) => Object.assign(senderId(document), { multipleOf: 2 })),
  ).rejects.toThrow("The fake API cannot check multipleOf. Teach it in src/testing/rules.ts.");
  await expect(
    written((document) => Object.assign(senderId(document), { type: "integer" })),
  ).rejects.toThrow("The fake API knows no integer. Teach it in src/testing/rules.ts.");
});

test("of several examples of a code, the first with the status of the catalogue stands", async () => {
  const text = await written((document) => {
    const { responses } = operation(document, "/sms/send", "post");
    const error = (message: string) => ({
      value: { error: { code: "INVALID_REQUEST", message, requestId: "req_1" } },
    });
    const body = (...messages: string[]) => ({
      content: {
        "application/json": {
          schema: {},
          examples: Object.fromEntries(messages.map((message) => [message, error(message)])),
        },
      },
    });
    responses["400"] = body("message one", "message two");
    responses["413"] = body("of a server that stops reading");
  });
  const [line = ""] = /^ {2}send: .*GATEWAY_ERROR.*$/m.exec(text) ?? [];
  expect(line).toContain('"message":"message one"');
  expect(line).not.toContain("message two");
  expect(line).not.toContain("of a server that stops reading");
});

test("another content type is answered as the document has it", async () => {
  const text = await written((document) => {
    const { requestBody, responses } = operation(document, "/sms/send", "post");
    Object.assign(requestBody?.content ?? {}, { "application/cbor": { schema: {} } });
    responses["406"] = { ...responses["415"] };
    delete responses["415"];
  });
  const answers = [...text.matchAll(/^ {2}(\w+): {"accepted":(.+?),"refusal":{"status":(\d+)/gm)];
  expect(answers.map(([, ...found]) => found)).toEqual([
    ["send", '["application/json","application/cbor"]', "406"],
    ["sendBulk", '["application/json"]', "415"],
  ]);
});

test("an operation with a body that answers no other content type is refused", async () => {
  await expect(
    written((document) => {
      delete operation(document, "/sms/bulk", "post").responses["415"];
    }),
  ).rejects.toThrow("answer of sendBulk to another content type");
});

test("headers of an error come with their examples, in lower case", async () => {
  const text = await written((document) => {
    const { responses } = operation(document, "/account/balance", "get");
    Object.assign(responses["500"] ?? {}, { headers: { "X-Try": { schema: {}, example: 5 } } });
  });
  expect(text).toContain('"status":500,"headers":{"x-try":"5"}');
});

test("what has no example is named", async () => {
  await expect(
    written(({ webhooks }) => {
      for (const content of Object.values(webhooks["sms.queued"]?.post.requestBody.content ?? {}))
        delete content.examples;
    }),
  ).rejects.toThrow("example of sms.queued");
  await expect(
    written((document) => {
      const { responses } = operation(document, "/account/balance", "get");
      for (const content of Object.values(responses["200"]?.content ?? {})) delete content.examples;
    }),
  ).rejects.toThrow("answer of getBalance");
});

test("a document that lets nobody ask for a message is refused", async () => {
  await expect(
    written((document) => {
      Object.assign(operation(document, "/sms/status/{messageId}", "get"), { operationId: "ask" });
    }),
  ).rejects.toThrow("getStatus");
});
