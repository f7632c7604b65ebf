// Runs the real lint command on a copy of the sources, once as they are and once for each fault that
// it must catch. The copy lies in a folder with a space in its name, as folders of developers do.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };

const SPEC = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = ["openapi.yaml", "redocly.yaml", "paths", "webhooks", "components", "workflows"];

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "sms spec "));
  for (const source of SOURCES.filter((source) => existsSync(join(SPEC, source))))
    cpSync(join(SPEC, source), join(copy, source), { recursive: true });
});

afterEach(() => rmSync(copy, { recursive: true }));

function lint(): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(manifest.scripts["lint:description"], {
    cwd: copy,
    shell: true,
    encoding: "utf8",
    env: {
      ...process.env,
      FORCE_COLOR: "0",
      PATH: [join(SPEC, "node_modules", ".bin"), process.env.PATH].join(delimiter),
    },
  });
  return { status, output: stdout + stderr };
}

function replace(file: string, from: string | RegExp, to: string): void {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  const broken = text.replace(from, to);
  expect(broken, `${file} does not hold what this test breaks`).not.toBe(text);
  writeFileSync(path, broken);
}

function expectFault(file: string, rule: string): void {
  const { status, output } = lint();
  expect(status, output).not.toBe(0);
  expect(output).toMatch(new RegExp(`^${file.replaceAll(".", "\\.")}:\\d+:\\d+ ${rule} `, "m"));
}

test("the sources pass", () => {
  const { status, output } = lint();
  expect(status, output).toBe(0);
});

test("an example dropped", () => {
  replace("paths/sms-send.yaml", /^ {12}otp:\n(?: {14}.*\n)+/m, "");
  expectFault("paths/sms-send.yaml", "example-names-pair");
});

test("the only example of a response dropped", () => {
  replace("components/responses/NotCancellable.yaml", /^ {4}examples:\n(?: {6}.*\n)+/m, "");
  expectFault("components/responses/NotCancellable.yaml", "examples-present");
});

test("an error code renamed in the catalogue", () => {
  replace("components/schemas/ErrorCode.yaml", "  GATEWAY_ERROR:", "  GATEWAY_FAULT:");
  expectFault("components/responses/GatewayError.yaml", "error-example-codes");
});

test("an error code renamed in one example", () => {
  replace(
    "components/responses/SendRefused.yaml",
    "code: TEMPLATE_MISMATCH",
    "code: TEMPLATE_WRONG",
  );
  expectFault("components/responses/SendRefused.yaml", "error-example-codes");
});

test("the 429 without Retry-After", () => {
  replace("components/responses/RateLimitExceeded.yaml", /^ {2}Retry-After:\n {4}.*\n/m, "");
  expectFault("components/responses/RateLimitExceeded.yaml", "rate-limit-headers");
});

test("an invalid example", () => {
  replace("paths/account-balance.yaml", "credits: 48250", "credits: many");
  expectFault("paths/account-balance.yaml", "examples-valid");
});

test("an example with an undeclared property", () => {
  replace(
    "webhooks/sms.failed.yaml",
    "status: failed\n",
    "status: failed\n              reason: Off\n",
  );
  expectFault("webhooks/sms.failed.yaml", "examples-valid");
});

test("a schema without a description", () => {
  replace("components/schemas/SenderId.yaml", /^description: .*\n/m, "");
  expectFault("components/schemas/SenderId.yaml", "schema-described");
});

test("what only the structural rules see", () => {
  replace("openapi.yaml", /^ {2}license:\n(?: {4}.*\n)+/m, "");
  const { status, output } = lint();
  expect(status, output).not.toBe(0);
  expect(output).toMatch(/openapi\.yaml:\d+:\d+/);
  expect(output).toContain("info-license");
});
