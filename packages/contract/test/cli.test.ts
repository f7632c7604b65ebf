import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Mock, startMock } from "@getclickmedia/sms-mock";
import bundle from "@getclickmedia/sms-openapi" with { type: "json" };
import { afterAll, beforeAll, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

let mock: Mock;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  folder = await mkdtemp(join(tmpdir(), "contract "));
});
afterAll(() => mock.close());

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

async function serve(listener: Parameters<typeof createServer>[1]): Promise<[Server, string]> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return [server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`];
}

/** The bundle with one change, as a file. */
async function changedSpec(change: (document: typeof bundle) => void): Promise<string> {
  const document = structuredClone(bundle);
  change(document);
  const file = join(folder, "openapi.json");
  await writeFile(file, JSON.stringify(document));
  return file;
}

test("against the mock everything passes, is covered and is reported", async () => {
  const report = join(folder, "report.json");
  const { code, stdout } = await run(mock.url, "--exact", "--json", report);
  expect(stdout).not.toMatch(/ NO\b|NOT |FAILED|UNCOVERED/);
  expect(code).toBe(0);
  const summary = stdout.trimEnd().split("\n").at(-1) ?? "";
  expect(summary).toMatch(/^\d+ passed, 0 failed; covered /);
  for (const [, covered, promised] of summary.matchAll(/(\d+)\/(\d+)/g))
    expect(covered).toBe(promised);
  expect(JSON.parse(await readFile(report, "utf8"))).toMatchObject({
    passed: true,
    uncovered: [],
    promised: { events: Object.keys(bundle.webhooks) },
  });
});

test("without names of examples, a server that takes no states fails and says which", async () => {
  const { code, stdout } = await run(mock.url);
  expect(code).toBe(1);
  expect(stdout).toContain(
    "FAILED send 402 insufficientCredits: the server cannot be put into the state no-credits",
  );
  expect(stdout).toContain("UNCOVERED the error code INSUFFICIENT_CREDITS is not covered");
});

test("an example that no pair uses is reported", async () => {
  const spec = await changedSpec((document) => {
    const { examples } = document.paths["/sms/send"].post.requestBody.content["application/json"];
    Object.assign(examples, { forgotten: examples.otp });
  });
  const { code, stdout } = await run(mock.url, "--exact", "--spec", spec);
  expect(code).toBe(1);
  expect(stdout).toContain("UNCOVERED the example send request forgotten is not covered");
});

test("an error code without an example is reported", async () => {
  const spec = await changedSpec((document) => {
    Object.assign(document.components.schemas.ErrorCode["x-extensible-enum"], {
      TEAPOT: { status: 418 },
    });
  });
  const { code, stdout } = await run(mock.url, "--exact", "--spec", spec);
  expect(code).toBe(1);
  expect(stdout).toContain("UNCOVERED the error code TEAPOT is not covered");
});

test("a refused key fails the run and is not shown", async () => {
  const { code, stdout, stderr } = await run(mock.url, "--exact", "--api-key", "secret-value");
  expect(code).toBe(1);
  expect(stdout + stderr).not.toContain("secret-value");
});

test("a live key is refused unless it is meant, and is not shown", async () => {
  const refused = await run(mock.url, "--exact", "--api-key", "gcm_live_example-k3y");
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/^gcm-contract: This key is of the live environment/);
  expect(refused.stderr).not.toContain("k3y");
  expect((await run(mock.url, "--exact", "--api-key", "gcm_live_example-k3y", "--live")).code).toBe(
    0,
  );
});

test("a server that is not there is one line", async () => {
  const [server, url] = await serve(() => {});
  await new Promise((resolve) => server.close(resolve));
  expect(await run(url)).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(
      /^gcm-contract: POST http\S+ got no whole answer: ECONNREFUSED\.\n$/,
    ),
  });
});

test("a server that breaks off its answers is one line", async () => {
  const [server, url] = await serve((_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": 100 });
    response.write('{"messageId":', () => response.destroy());
  });
  const { code, stderr } = await run(url, "--exact");
  server.close();
  expect(code).toBe(2);
  expect(stderr).toMatch(/^gcm-contract: POST http\S+ got no whole answer: [^\n]+\n$/);
});

test.each([
  [[], "Give one base URL."],
  [["one", "two"], "Give one base URL."],
  [["localhost:4010"], '"localhost:4010" is no base URL.'],
  [["http://127.0.0.1:1/v1", "--colour"], "Unknown option '--colour'"],
  [
    ["http://127.0.0.1:1/v1", "--spec", "--live"],
    "--spec needs a value, and what follows it begins with a dash.",
  ],
  [["http://127.0.0.1:1/v1", "--spec", "no.json"], "Cannot read the spec no.json: ENOENT."],
])("%j is refused", async (args, message) => {
  const { code, stderr } = await run(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test("--help explains every flag", async () => {
  const { code, stdout } = await run("--help");
  expect(code).toBe(0);
  for (const flag of [
    "--api-key",
    "--live",
    "--exact",
    "--json",
    "--control",
    "--spec",
    "--version",
  ])
    expect(stdout).toContain(flag);
});

test("--version prints the version alone", async () => {
  expect(await run("--version")).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
});
