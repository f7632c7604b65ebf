import { readDocument } from "@getclickmedia/sms-document";
import { readModel, type SdkModel } from "@getclickmedia/sms-sdk-model";
import { expect, test } from "vitest";
import { enums } from "./enums.ts";
import { events, models } from "./models.ts";
import { pascalCase } from "./names.ts";
import { apiMethods } from "./operations.ts";

const model = readModel(await readDocument());

/** The model with a field more in one of its objects. */
function withField(owner: string, name: string): SdkModel {
  const copy = structuredClone(model);
  const object = copy.objects.find((each) => each.name === owner);
  object?.fields.push({
    name,
    type: { kind: "string" },
    required: false,
    nullable: false,
    description: "",
  });
  return copy;
}

test.each(["raw", "httpStatus", "httpHeaders", "this", "x-y", "2nd"])(
  "an answer cannot have a field %s",
  (name) => {
    expect(() => models(withField("SendResponse", name))).toThrow(`${name} of SendResponse`);
  },
);

test.each(["raw", "this"])("an event cannot have a field %s", (name) => {
  const { object } = model.events[0] as SdkModel["events"][number];
  expect(() => events(withField(object, name))).toThrow(`${name} of ${object}`);
});

test.each(["onProgress", "recipientsPerRequest", "this", "x-y"])(
  "a bulk send cannot be given %s",
  (name) => {
    expect(() => apiMethods(withField("BulkSendRequest", name))).toThrow(`${name} of sendBulk`);
  },
);

test("a send cannot be given what is no variable", () => {
  expect(() => apiMethods(withField("SendRequest", "this"))).toThrow("this of send");
});

test.each(["class", "2fa", "-", "मन"])("no case can be %s", (value) => {
  expect(() => pascalCase(value)).toThrow(`${value} cannot be a name`);
});

test("two values cannot be one case", () => {
  const values = ["on-hold", "on_hold"].map((value) => ({ value, description: "" }));
  const status = { name: "Status", description: "", open: true, values };
  expect(() => enums({ ...model, enums: [status] })).toThrow(
    "values of Status would both be OnHold",
  );
});
