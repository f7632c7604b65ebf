import { readDocument } from "@getclickmedia/sms-document";
import { readModel, type SdkModel } from "@getclickmedia/sms-sdk-model";
import { expect, test } from "vitest";
import { apiMethods } from "./operations.ts";

const model = readModel(await readDocument());

/** The model with one more field in what `send`, or another method, is given, before all others. */
function withField(type: object, required = false, of = "SendRequest"): SdkModel {
  const copy = structuredClone(model);
  const request = copy.objects.find(({ name }) => name === of);
  request?.fields.unshift({
    name: "added",
    type,
    required,
    nullable: false,
    description: "New.",
  } as never);
  return copy;
}

test("what is optional comes after what is required, and the body keeps the order of the API", () => {
  const text = apiMethods(withField({ kind: "integer" }));
  const [, signature = ""] = /public function send\((.*?)\)/s.exec(text) ?? [];
  expect(signature.indexOf("?int $added = null")).toBeGreaterThan(signature.indexOf("$type"));
  expect(text).toContain("Operation::Send, [\n            'added' => $added,");
});

test("a field that the API gets later takes no place of what the SDK adds to a bulk send", () => {
  const text = apiMethods(withField({ kind: "integer" }, false, "BulkSendRequest"));
  const [, signature = ""] = /public function sendBulk\((.*?)\n {4}\)/s.exec(text) ?? [];
  const onProgress = signature.indexOf("$onProgress = null");
  expect(signature.indexOf("$recipientsPerRequest = null")).toBeLessThan(onProgress);
  expect(signature.indexOf("?int $added = null")).toBeGreaterThan(onProgress);
});

test("a type that no method could take is told", () => {
  expect(() => apiMethods(withField({ kind: "object", name: "Cost" }))).toThrow(
    "A request cannot have the type object yet",
  );
});

test("no stack trace shows the text, or whom it is for", () => {
  const text = apiMethods(model);
  const parameters = text.match(/^ {8}.*\$(message|to|recipients),$/gm) ?? [];
  const declared = parameters.filter((line) => !line.includes("=>") && !/^ +\$/.test(line));
  expect(declared).toHaveLength(5);
  for (const line of declared) expect(line).toContain("#[\\SensitiveParameter]");
});
