import { type ApiDocument, type Operation, readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { readErrors } from "./errors.ts";
import { type FakeData, readFakeData } from "./fake-data.ts";

/** What is read of the document, once it is changed. */
async function read(change: (document: ApiDocument) => void = () => {}): Promise<FakeData> {
  const document = await readDocument();
  change(document);
  return readFakeData(document, readErrors(document));
}

const operation = ({ paths }: ApiDocument, path: string, method: "get" | "post"): Operation => {
  const found = paths[path]?.[method];
  if (!found) throw new Error(`There is no ${method} ${path}.`);
  return found;
};

const senderId = ({ components }: ApiDocument) => components.schemas.SenderId ?? {};

test("a rule of the spec becomes one of the fake API, without its prose", async () => {
  const { rules } = await read((document) =>
    Object.assign(senderId(document), { pattern: "^a$", maxLength: 7 }),
  );
  expect(rules.send?.body?.properties?.senderId).toEqual({
    type: "string",
    pattern: "^a$",
    minLength: 6,
    maxLength: 7,
  });
});

test("the code that answers a wrong number comes along", async () => {
  const { rules } = await read();
  expect(rules.sendBulk?.body?.properties?.recipients?.items?.errorCode).toBe("INVALID_NUMBER");
});

test("a rule that the fake API cannot check is refused", async () => {
  await expect(
    read((document) => Object.assign(senderId(document), { multipleOf: 2 })),
  ).rejects.toThrow(
    "The fake APIs cannot check multipleOf. Teach it to them, and to sdk-model/src/rule.ts.",
  );
  await expect(
    read((document) => Object.assign(senderId(document), { type: "integer" })),
  ).rejects.toThrow(
    "The fake APIs know no integer. Teach it to them, and to sdk-model/src/rule.ts.",
  );
});

test("of several examples of a code, the first with the status of the catalogue stands", async () => {
  const { errors } = await read((document) => {
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
  expect(errors.send?.INVALID_REQUEST).toMatchObject({
    status: 400,
    body: { error: { message: "message one" } },
  });
});

test("another content type is answered as the document has it", async () => {
  const { contentTypes } = await read((document) => {
    const { requestBody, responses } = operation(document, "/sms/send", "post");
    Object.assign(requestBody?.content ?? {}, { "application/cbor": { schema: {} } });
    responses["406"] = { ...responses["415"] };
    delete responses["415"];
  });
  expect(contentTypes).toMatchObject({
    send: { accepted: ["application/json", "application/cbor"], refusal: { status: 406 } },
    sendBulk: { accepted: ["application/json"], refusal: { status: 415 } },
  });
});

test("an operation with a body that answers no other content type is refused", async () => {
  await expect(
    read((document) => {
      delete operation(document, "/sms/bulk", "post").responses["415"];
    }),
  ).rejects.toThrow("answer of sendBulk to another content type");
});

test("headers of an error come with their examples, in lower case", async () => {
  const { errors } = await read((document) => {
    const { responses } = operation(document, "/account/balance", "get");
    Object.assign(responses["500"] ?? {}, { headers: { "X-Try": { schema: {}, example: 5 } } });
  });
  expect(errors.getBalance?.GATEWAY_ERROR?.headers).toEqual({ "x-try": "5" });
});

test("what has no example is named", async () => {
  await expect(
    read(({ webhooks }) => {
      for (const content of Object.values(webhooks["sms.queued"]?.post.requestBody.content ?? {}))
        delete content.examples;
    }),
  ).rejects.toThrow("example of sms.queued");
  await expect(
    read((document) => {
      const { responses } = operation(document, "/account/balance", "get");
      for (const content of Object.values(responses["200"]?.content ?? {})) delete content.examples;
    }),
  ).rejects.toThrow("answer of getBalance");
});

test("a document that lets nobody ask for a message is refused", async () => {
  await expect(
    read((document) => {
      Object.assign(operation(document, "/sms/status/{messageId}", "get"), { operationId: "ask" });
    }),
  ).rejects.toThrow("getStatus");
});
