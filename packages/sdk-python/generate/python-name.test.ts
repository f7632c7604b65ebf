import { expect, test } from "vitest";
import { checkNames, constantName, methodName, pythonName } from "./python-name.ts";

test.each([
  ["to", "to"],
  ["messageId", "message_id"],
  ["messageID", "message_id"],
  ["URL", "url"],
  ["theURLPath", "the_url_path"],
  ["sha256Sum", "sha256_sum"],
  ["None", "none"],
  ["type", "type"],
])("%s is %s", (name, python) => {
  expect(pythonName(name)).toBe(python);
});

test.each(["from", "async", "match", "self", "raw", "httpStatus", "str", "field", "date", "body"])(
  "a field %s would be taken for something else",
  (name) => {
    expect(pythonName(name)).toMatch(/^[a-z_]+_$/);
  },
);

test("a method has a name that is free in the clients", () => {
  expect(["sendBulk", "import", "close", "withOptions", "list", "raw"].map(methodName)).toEqual([
    "send_bulk",
    "import_",
    "close_",
    "with_options_",
    "list_",
    "raw",
  ]);
});

test.each(["x-y", "2fa", "_", "", "größe"])("the name %j is refused", (name) => {
  expect(() => pythonName(name)).toThrow(`${name} cannot be a name in Python: choose another`);
});

test("names that become one are refused", () => {
  expect(() => checkNames("Answer", ["id", "messageId", "messageID"])).toThrow(
    "Answer.messageId and .messageID are one name in Python",
  );
  expect(() => checkNames("Answer", ["id", "messageId"])).not.toThrow();
});

test("constants are in upper case", () => {
  expect(constantName("sendBulk")).toBe("SEND_BULK");
});
