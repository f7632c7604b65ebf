import { expect, test } from "vitest";
import { normalise } from "./normalise.ts";
import { placesOf } from "./places.ts";

test("every place with a word of our own is found, wherever it stands", () => {
  const word = { "x-a": 1 };
  const schema = { ...word, properties: { "x-a": { type: "string" }, default: { ...word } } };
  const document = {
    ...word,
    openapi: "3.1.0",
    info: { ...word, version: "1.0.0" },
    servers: [{ ...word }],
    tags: [{ ...word }],
    webhooks: { ...word },
    paths: {
      ...word,
      "/a": {
        ...word,
        parameters: [{ ...word, name: "shared", in: "query" }],
        get: {
          ...word,
          parameters: [{ ...word, name: "own", in: "header" }],
          responses: {
            ...word,
            200: { ...word, headers: { "x-a": { schema } }, links: { b: { ...word } } },
          },
        },
      },
    },
    components: { ...word, securitySchemes: { Key: { ...word } } },
  };
  const found = placesOf(normalise(document)).filter(
    ({ value, names }) => !names && Object.hasOwn(Object(value), "x-a"),
  );
  expect(found.map(({ pointer }) => pointer).sort()).toEqual([
    "",
    "/components",
    "/components/securitySchemes/Key",
    "/info",
    "/paths",
    "/paths/~1a",
    "/paths/~1a/get",
    "/paths/~1a/get/parameters/0",
    "/paths/~1a/get/responses",
    "/paths/~1a/get/responses/200",
    "/paths/~1a/get/responses/200/headers/x-a/schema",
    "/paths/~1a/get/responses/200/headers/x-a/schema/properties/default",
    "/paths/~1a/get/responses/200/links/b",
    "/paths/~1a/parameters/0",
    "/servers/0",
    "/tags/0",
    "/webhooks",
  ]);
});

test("parameters in another order lie at the same paths", () => {
  const parameters = ["a", "b"].map((name) => ({ name, in: "query", schema: {} }));
  const paths = (list: typeof parameters) => {
    const document = { paths: { "/a": { get: { parameters: list, responses: {} } } } };
    return placesOf(document)
      .map(({ path }) => path)
      .sort();
  };
  expect(paths(parameters.toReversed())).toEqual(paths(parameters));
});
