import { expect, test } from "vitest";
import { withServer } from "./with-server.ts";

function program(code: string): string[] {
  return [process.execPath, "--eval", code];
}

const serves = `
  require("node:http").createServer((_, answer) => answer.end("hello")).listen(0, "127.0.0.1", function () {
    console.log("ready at http://127.0.0.1:" + this.address().port);
  });
`;

test("a server is there while it is used, and gone after", async () => {
  let url = "";
  const line = program(`${serves} process.on("SIGTERM", () => process.exit(0));`);
  const answer = await withServer(line, "/", async (where) => {
    url = where;
    return (await fetch(where)).text();
  });
  expect(answer).toBe("hello");
  await expect(fetch(url)).rejects.toThrow();
});

test("one that ends before it is ready is told with what it printed", async () => {
  const line = program('console.error("no port"); process.exit(3);');
  await expect(withServer(line, "/", async () => {})).rejects.toThrow(
    /ended with 3 before it was ready\.\nno port/,
  );
  await expect(withServer(["/no/program"], "/", async () => {})).rejects.toThrow("ENOENT");
});

test("one that does not end well is told", async () => {
  const line = program(`${serves} process.on("SIGTERM", () => process.exit(7));`);
  await expect(withServer(line, "/", async () => {})).rejects.toThrow(
    "ended with 7 when it was asked",
  );
});

test("one that is used in vain is ended all the same", async () => {
  let url = "";
  const line = program(`${serves} process.on("SIGTERM", () => {});`);
  const use = async (where: string) => {
    url = where;
    throw new Error("in vain");
  };
  await expect(withServer(line, "/", use)).rejects.toThrow("in vain");
  await expect
    .poll(() =>
      fetch(url).then(
        () => "there",
        () => "gone",
      ),
    )
    .toBe("gone");
});
