import { expect, test } from "vitest";
import { placesOf } from "./places.ts";
import { usesOf } from "./uses.ts";

const schema = { $ref: "#/components/schemas/Id" };
const json = { "application/json": { schema } };
const document = {
  paths: {
    "/a/{id}": {
      post: { requestBody: { content: json }, responses: { 200: { content: json } } },
      get: { responses: { 200: { headers: { "x-id": { schema } } } } },
    },
  },
  webhooks: { done: { post: { requestBody: { content: json }, responses: {} } } },
  components: {
    schemas: {
      Id: { type: "object", properties: { next: schema, default: { type: "string" } } },
      Unused: {},
    },
    securitySchemes: { Key: { type: "apiKey" } },
  },
};
const uses = usesOf(placesOf(document));

test("a component knows every call and way that uses it, even one that contains itself", () => {
  expect(uses("/components/schemas/Id/properties/default")).toEqual({
    operations: ["POST /a/{id}", "GET /a/{id}", "webhook done"],
    directions: ["request", "response", "webhook"],
  });
});

test("what is written in a call belongs to it, and which way it goes is told by where it is", () => {
  const post = "/paths/~1a~1{id}/post";
  expect(uses(`${post}/requestBody/required`).directions).toEqual(["request"]);
  expect(uses(`${post}/responses/200/description`).directions).toEqual(["response"]);
  expect(uses(`${post}/operationId`).directions).toEqual(["request", "response"]);
  expect(uses("/webhooks/done/post/operationId").directions).toEqual(["webhook"]);
  expect(uses("/webhooks/done/post/requestBody")).toEqual({
    operations: ["webhook done"],
    directions: ["webhook"],
  });
});

test("a path is used by its calls, a key by requests, and the rest by nobody", () => {
  expect(uses("/paths/~1a~1{id}").operations).toEqual(["POST /a/{id}", "GET /a/{id}"]);
  expect(uses("/components/securitySchemes/Key/name").directions).toEqual(["request"]);
  expect(uses("/components/schemas/Unused").directions).toEqual([]);
  expect(uses("/info/title")).toEqual({ operations: [], directions: [] });
  expect(uses("/servers/0/url").directions).toEqual(["request", "response"]);
});
