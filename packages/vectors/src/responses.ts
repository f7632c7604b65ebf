import {
  type ApiDocument,
  examplesOf,
  type LocatedOperation,
  operationsOf,
} from "@getclickmedia/sms-document";
import type { OperationId } from "@getclickmedia/sms-types";
import { operationOf } from "./operation-examples.ts";
import type { ResponseVector } from "./vectors.ts";

type Fields = Record<string, unknown>;

const json = { "content-type": "application/json" };

/** Every success example of the document, what may be added to it, and other ways to write it. */
export function responseVectors(document: ApiDocument): ResponseVector[] {
  return [
    ...exampleVectors(document),
    ...growthVectors(document),
    ...numberVectors(document),
    ...spellingVectors(document),
  ];
}

function exampleVectors(document: ApiDocument): ResponseVector[] {
  return operationsOf(document).flatMap((operation) =>
    successExamples(operation).map(([name, status, value]) => ({
      name: `${operation.operationId} ${name}`,
      operation: operation.operationId as OperationId,
      status,
      headers: json,
      body: JSON.stringify(value),
      value,
    })),
  );
}

/** Readers survive what is added to the API later. */
function growthVectors(document: ApiDocument): ResponseVector[] {
  const { vector, example } = writerFor(document);
  const added = { region: "KA", parts: [{ index: 1, costs: { INR: "0.12" } }], note: null };
  return [
    vector("getStatus of a status that is new", "getStatus", {
      ...example("getStatus"),
      status: "expired",
    }),
    vector("send with a status that is new", "send", { ...example("send"), status: "scheduled" }),
    vector("getBalance of a plan that is new", "getBalance", {
      ...example("getBalance"),
      plan: "Scale",
    }),
    ...(
      ["send", "sendBulk", "getStatus", "getBatch", "cancelScheduled", "getBalance"] as const
    ).map((id) => vector(`${id} with fields that are new`, id, { ...example(id), ...added })),
    vector("getBatch with null for the batch", "getBatch", {
      ...example("getBatch"),
      batchId: null,
    }),
    vector("getStatus with null for what is not known yet", "getStatus", {
      ...example("getStatus"),
      sentAt: null,
      deliveredAt: null,
      operator: null,
    }),
    vector("getStatus with an empty text for the operator", "getStatus", {
      ...example("getStatus"),
      operator: "",
    }),
  ];
}

function numberVectors(document: ApiDocument): ResponseVector[] {
  const { vector, example } = writerFor(document);
  const credits = { ...example("getBalance"), credits: 0 };
  const written: [name: string, text: string, value: number][] = [
    ["zero", "0", 0],
    ["the largest whole number that every language has", "9007199254740991", 9007199254740991],
    ["a fraction of nothing", "48250.0", 48250],
    ["a fraction", "48250.5", 48250.5],
    ["an exponent", "4.825e4", 48250],
    ["less than nothing", "-3", -3],
  ];
  return [
    ...written.map(([name, text, value]) => ({
      ...vector(`getBalance of credits written with ${name}`, "getBalance", {
        ...credits,
        credits: value,
      }),
      body: JSON.stringify(credits).replace('"credits":0', `"credits":${text}`),
    })),
    vector("getBatch of a rate in another form", "getBatch", {
      ...example("getBatch"),
      deliveryRate: "100%",
    }),
  ];
}

/** The same value, as other servers and proxies write it. */
function spellingVectors(document: ApiDocument): ResponseVector[] {
  const { vector, example } = writerFor(document);
  const value = { ...example("getStatus"), operator: "Jio — जियो 📶", failReason: "a/b" };
  const status = vector("getStatus", "getStatus", value);
  const ascii = status.body
    .replaceAll("/", "\\/")
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return [
    { ...status, name: "getStatus in UTF-8" },
    { ...status, name: "getStatus in ASCII with escaped slashes", body: ascii },
    {
      ...status,
      name: "getStatus on many lines",
      body: `\r\n${JSON.stringify(value, null, 2).replaceAll("\n", "\r\n")}\r\n`,
    },
    {
      ...status,
      name: "getStatus with a charset in its content type",
      headers: { "content-type": "application/json; charset=utf-8" },
    },
    { ...status, name: "getStatus without a content type", headers: {} },
    {
      ...status,
      name: "getStatus with headers that are new",
      headers: { ...json, "x-request-id": "req_abc123", "retry-after": "1" },
    },
    { ...vector("send", "send", example("send")), name: "send answered with 201", status: 201 },
    { ...vector("send", "send", example("send")), name: "send answered with 202", status: 202 },
  ];
}

function writerFor(document: ApiDocument) {
  const example = (id: OperationId) => {
    const [first] = successExamples(operationOf(document, id));
    if (!first) throw new Error(`The document has no success example of ${id}.`);
    return first[2];
  };
  const vector = (name: string, operation: OperationId, value: Fields): ResponseVector => ({
    name,
    operation,
    status: 200,
    headers: json,
    body: JSON.stringify(value),
    value,
  });
  return { example, vector };
}

function successExamples({ responses }: LocatedOperation): [string, status: number, Fields][] {
  return Object.entries(responses)
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([status, response]) =>
      examplesOf(response).map(([name, { value }]): [string, number, Fields] => [
        name,
        Number(status),
        value as Fields,
      ]),
    );
}
