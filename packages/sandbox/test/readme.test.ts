import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { magicRecipients } from "../src/magic-recipients.ts";
import { startSandbox } from "../src/start-sandbox.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(`${folder}README.md`, "utf8");

const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map(
    ([, text]) => text ?? "",
  );

test("the example for a test suite runs as it stands", async () => {
  const [example = ""] = blocks("ts");
  const code = `${example}\nconsole.log(status);`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", code],
    { cwd: folder },
  );
  expect(stdout).toBe("delivered\n");
});

test("the example of a configuration is one", async () => {
  const [example = ""] = blocks("json");
  const sandbox = await startSandbox({ port: 0, config: JSON.parse(example) });
  const { status } = await fetch(`${sandbox.url}/account/balance`, {
    headers: { "x-api-key": sandbox.apiKey ?? "" },
  });
  await sandbox.close();
  expect(status).toBe(200);
});

test("every magic recipient is in the table, and no other", () => {
  const named = [...readme.matchAll(/^\| (91\d{10})(?:(,| to) (91\d{10}))? +\|/gm)].flatMap(
    ([, first = "", range, last]) => {
      if (last === undefined) return [first];
      if (range === ",") return [first, last];
      const count = Number(last) - Number(first) + 1;
      return Array.from({ length: count }, (_, index) => String(Number(first) + index));
    },
  );
  expect(named).toEqual(magicRecipients.map(({ to }) => to));
});
