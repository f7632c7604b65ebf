import { createRequire } from "node:module";
import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { compileValidators } from "./compile.ts";
import { createMakeFault } from "./fault.ts";
import { createRequestValidator } from "./request-validator.ts";
import { requestSchemas, standaloneCode } from "./standalone.ts";
import type { Validators } from "./validators.ts";

const document = await readDocument();

/** The validators of the written code, as a program that contains it has them. */
function loaded(code: string): Validators {
  const exports: Validators = {};
  new Function("exports", "require", code)(exports, createRequire(import.meta.url));
  return exports;
}

const written = loaded(standaloneCode(requestSchemas(document)));
const compiled = compileValidators(document);

test("what is written checks as what is compiled", () => {
  const bodies = operationsOf(document).flatMap(({ operationId, requestBody }) =>
    examplesOf(requestBody).map(([, { value }]) => ({ operationId, body: value as object })),
  );
  expect(bodies.length).toBeGreaterThan(3);
  for (const { operationId, body } of bodies) {
    const wrong = Object.keys(body).flatMap((name) => [
      { ...body, [name]: undefined },
      { ...body, [name]: 7 },
      { ...body, [name]: "" },
      { ...body, [`${name}_`]: true },
    ]);
    for (const value of [body, [], null, ...wrong].map((each) =>
      JSON.parse(JSON.stringify(each)),
    )) {
      const name = `${operationId}_body`;
      expect(written[name]?.(value)).toBe(compiled[name]?.(value));
      const [one, other] = [written[name]?.errors?.[0], compiled[name]?.errors?.[0]];
      expect(one?.message).toBe(other?.message);
      expect(one?.parentSchema).toEqual(other?.parentSchema);
    }
  }
});

test("a validator that is not there is named", () => {
  expect(() => createRequestValidator(document, {}, { fault: createMakeFault(document) })).toThrow(
    "There is no validator send_body. Compile those of this document.",
  );
});
