import { expect, test } from "vitest";
import { openapiTypes } from "./openapi-types.ts";

const documentWith = (parts: object) =>
  openapiTypes({ openapi: "3.1.1", info: { title: "Test", version: "1" }, paths: {}, ...parts });

const schemas = {
  Id: { type: "string", description: "Names one message.", pattern: "^[a-z]*/$" },
};

test("a property that is a reference gets the comment of what it refers to", async () => {
  const Receipt = { type: "object", properties: { id: { $ref: "#/components/schemas/Id" } } };
  const types = await documentWith({ components: { schemas: { ...schemas, Receipt } } });

  expect(types).toMatchInlineSnapshot(`
    "// Generated from spec/ by \`pnpm generate\`. Do not edit.

    export type paths = Record<string, never>;
    export type webhooks = Record<string, never>;
    export interface components {
        schemas: {
            /**
             * Names one message.
             *
             * Pattern \`^[a-z]*\\/$\`.
             */
            Id: string;
            Receipt: {
                /**
                 * Names one message.
                 *
                 * Pattern \`^[a-z]*\\/$\`.
                 */
                id?: components["schemas"]["Id"];
            };
        };
        responses: never;
        parameters: never;
        requestBodies: never;
        headers: never;
        pathItems: never;
    }
    export type $defs = Record<string, never>;
    export type operations = Record<string, never>;
    "
  `);
});

test("a parameter is found by its place and name, whatever its name is", async () => {
  const operation = {
    operationId: "find",
    summary: "Find it",
    parameters: [
      {
        name: "title",
        in: "query",
        description: "A part of the title.",
        schema: { type: "string" },
      },
      { $ref: "#/components/parameters/Id" },
    ],
    responses: { "200": { description: "Found." } },
  };
  const Id = {
    name: "title",
    in: "path",
    required: true,
    schema: { $ref: "#/components/schemas/Id" },
  };
  const types = await documentWith({
    paths: { "/find/{title}": { get: operation } },
    components: { schemas, parameters: { Id } },
  });

  expect(types.slice(types.indexOf("export interface operations"))).toMatchInlineSnapshot(`
    "export interface operations {
        /** Find it */
        find: {
            parameters: {
                query?: {
                    /** A part of the title. */
                    title?: string;
                };
                header?: never;
                path: {
                    /**
                     * Names one message.
                     *
                     * Pattern \`^[a-z]*\\/$\`.
                     */
                    title: components["parameters"]["Id"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** Found. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
    }
    "
  `);
});

test("a property may be called like a word of the document", async () => {
  const properties = {
    properties: { type: "object", properties: { description: { type: "string", title: "Text" } } },
  };
  const types = await documentWith({
    components: { schemas: { Odd: { type: "object", properties } } },
  });

  expect(types).toContain("/** Text */\n                description?: string;");
});
