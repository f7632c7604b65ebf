import { readDocument } from "@getclickmedia/sms-document";
import { type ObjectModel, type OperationModel, readModel } from "@getclickmedia/sms-sdk-model";
import { describe, expect, test } from "vitest";
import { operationMethods } from "./operations.ts";

const model = readModel(await readDocument());

/** An operation that the document does not have. */
const listTemplates: OperationModel = {
  id: "listTemplates",
  method: "GET",
  path: "/account/{accountId}/templates/{state}",
  summary: "List templates",
  description: "Lists the templates that are in a state.",
  parameters: ["accountId", "state"],
  request: undefined,
  response: "TemplateList",
  proof: undefined,
  errors: [
    ["NOT_FOUND", "No such account."],
    ["GATEWAY_ERROR", "The carrier has a fault."],
  ],
};
const templateList: ObjectModel = {
  name: "TemplateList",
  description: "The templates.",
  fields: [],
};
const written = (...operations: OperationModel[]) =>
  operationMethods({ ...model, objects: [...model.objects, templateList], operations });

describe("a new operation", () => {
  test("has its models, its place and its method", () => {
    expect(written(listTemplates)).toMatchInlineSnapshot(`
      "// Generated from spec/ by \`pnpm generate\`. Do not edit.

      import type { components } from "@getclickmedia/sms-types";
      import type { Call, Operation, RequestOptions, SmsPromise } from "../call.ts";

      /**
       * The templates.
       */
      export type TemplateList = components["schemas"]["TemplateList"];

      /** How each operation is called. */
      export const operations = {
        listTemplates: { id: "listTemplates", method: "GET", path: "/account/{accountId}/templates/{state}" },
      } as const satisfies Record<string, Operation>;

      /** A method for each operation of the API. */
      export class ApiMethods {
        readonly #call: Call;

        constructor(call: Call) {
          this.#call = call;
        }

        /**
         * List templates.
         *
         * Lists the templates that are in a state.
         *
         * \`GET /account/{accountId}/templates/{state}\`
         *
         * @throws NotFoundError No such account.
         * @throws GatewayError The carrier has a fault.
         */
        listTemplates(accountId: string, state: string, options?: RequestOptions): SmsPromise<TemplateList> {
          return this.#call(operations.listTemplates, options, undefined, { accountId, state });
        }
      }
      "
    `);
  });

  test("that sends is proven by the id that it answers", () => {
    const text = written({
      ...listTemplates,
      method: "POST",
      path: "/templates",
      parameters: [],
      request: "SendRequest",
      proof: "templateId",
    });
    expect(text).toContain('method: "POST", path: "/templates", answers: "templateId" },');
    expect(text).toContain(
      "listTemplates(request: SendRequest, options?: RequestOptions): SmsPromise<TemplateList> {",
    );
    expect(text).toContain("return this.#call(operations.listTemplates, options, request);");
  });

  test("that sends to a path with an id has both", () => {
    const text = written({
      ...listTemplates,
      method: "POST",
      request: "SendRequest",
      response: "SendResponse",
    });
    expect(text).toContain(
      "listTemplates(accountId: string, state: string, request: SendRequest, options?: RequestOptions)",
    );
    expect(text).toContain(
      "return this.#call(operations.listTemplates, options, request, { accountId, state });",
    );
  });

  test("that answers what another answers has the model once", () => {
    const text = written(listTemplates, { ...listTemplates, id: "listOthers" });
    expect(text.match(/export type TemplateList =/g)).toHaveLength(1);
    expect(text).toContain("  listOthers(");
  });
});

test("the operation that is written by hand has its place and its models, and no method", () => {
  const text = operationMethods(model);
  expect(text).toContain('  sendBulk: { id: "sendBulk", ');
  expect(text).toContain("export type BulkSendRequest =");
  expect(text).not.toContain("  sendBulk(");
});

test("a changed description, path and error are told", () => {
  const changed = structuredClone(model);
  const [send] = changed.operations;
  Object.assign(send ?? {}, {
    path: "/sms/moved",
    description: "Said anew.",
    errors: [["NOT_FOUND", "Gone."]],
  });
  const text = operationMethods(changed);
  expect(text).toContain('path: "/sms/moved"');
  expect(text).toContain(
    "   * Said anew.\n   *\n   * `POST /sms/moved`\n   *\n   * @throws NotFoundError Gone.\n   */",
  );
});
