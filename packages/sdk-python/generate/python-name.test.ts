import { expect, test } from "vitest";
import { constantName, pythonName } from "./python-name.ts";

test.each([
  ["to", "to"],
  ["messageId", "message_id"],
  ["sendBulk", "send_bulk"],
  ["from", "from_"],
])("%s is %s", (name, python) => {
  expect(pythonName(name)).toBe(python);
});

test("constants are in upper case", () => {
  expect(constantName("sendBulk")).toBe("SEND_BULK");
});
