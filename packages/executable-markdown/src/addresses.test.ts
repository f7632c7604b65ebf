import { expect, test } from "vitest";
import { withPageAddresses, withTestAddresses } from "./addresses.ts";

const servers = {
  api: "http://127.0.0.1:40101",
  mock: "http://127.0.0.1:40202",
  sandbox: "http://127.0.0.1:50003",
};
const own = { mock: 50004, sandbox: 50005 };

test.each([
  ["https://api.getclickmedia.com/v1", "http://127.0.0.1:40101/v1"],
  ["http://127.0.0.1:4010/v1 localhost:4010", "http://127.0.0.1:40202/v1 localhost:40202"],
  ['"http://localhost:4020"', '"http://localhost:50003"'],
  ["127.0.0.1:4020", "127.0.0.1:50003"],
])("%s of a page is %s in the test, and back", (page, inTest) => {
  expect(withTestAddresses(page, servers)).toBe(inTest);
  expect(withPageAddresses(inTest, servers, own)).toBe(page);
});

test.each([
  "http://api.getclickmedia.com/v1",
  "https://api.getclickmedia.com.example/v1",
  "https://api.getclickmedia.com:8443/v1",
  "https://api.getclickmedia.company/v1",
  "http://127.0.0.1:40100/v1",
  "http://127.0.0.1:4000",
])("%s is another address, and stays", (address) => {
  expect(withTestAddresses(address, servers)).toBe(address);
  expect(withPageAddresses(address, servers, own)).toBe(address);
});

test("the servers that a sample starts are those of the page too", () => {
  const written = "ready at http://127.0.0.1:50004/v1, then http://127.0.0.1:50005/";
  expect(withPageAddresses(written, servers, own)).toBe(
    "ready at http://127.0.0.1:4010/v1, then http://127.0.0.1:4020/",
  );
});
