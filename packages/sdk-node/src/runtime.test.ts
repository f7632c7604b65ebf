import { afterEach, expect, test, vi } from "vitest";
import { isBrowser, isDeno, isNode, variable } from "./runtime.ts";

// What a runtime is told by are its globals, so those of the others stand in here.
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** Runs at once, so that the test runner keeps its own globals. */
function withGlobals<Result>(globals: Record<string, unknown>, run: () => Result): Result {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  try {
    return run();
  } finally {
    vi.unstubAllGlobals();
  }
}

const node = { env: {}, versions: { node: "26.0.0" } };
const importScripts = () => {};

test("an environment variable is read at the time it is asked for", () => {
  vi.stubEnv("SMS_SDK_TEST", "one");
  expect(variable("SMS_SDK_TEST")).toBe("one");
  vi.stubEnv("SMS_SDK_TEST", undefined);
  expect(variable("SMS_SDK_TEST")).toBeUndefined();
});

test.each([
  ["without process", undefined],
  ["with a process that has no env", {}],
  ["with an env that has nothing", { env: {} }],
])("%s no variable is set", (_, process) => {
  expect(withGlobals({ process }, () => variable("HOME"))).toBeUndefined();
});

test("an env that may not be read, as Deno's without its permission, has no variables", () => {
  const env = new Proxy(
    {},
    {
      get: () => {
        throw new Error('Requires env access to "HOME"');
      },
    },
  );
  expect(withGlobals({ process: { env } }, () => variable("HOME"))).toBeUndefined();
});

test.each([
  ["Node", { process: node }, false],
  ["a page that Node simulates, as for component tests", { process: node, document: {} }, false],
  ["a runtime without process, document and importScripts", { process: undefined }, false],
  ["a worker at the edge, which has no versions of Node", { process: { env: {} } }, false],
  ["a page", { process: undefined, document: {} }, true],
  [
    "a page whose bundler brings a process",
    { process: { env: {}, versions: {} }, document: {} },
    true,
  ],
  ["a page whose bundler brings env alone", { process: { env: {} }, document: {} }, true],
  ["a worker of a page", { process: undefined, importScripts }, true],
  ["a worker whose bundler brings a process", { process: { env: {} }, importScripts }, true],
])("%s", (_, globals, browser) => {
  expect(withGlobals(globals, isBrowser)).toBe(browser);
});

test("Deno is known by its name", () => {
  expect(isDeno()).toBe(false);
  expect(withGlobals({ Deno: {} }, isDeno)).toBe(true);
});

test("Node is known by the client that its fetch is made of", () => {
  const versions = { node: "26.0.0", undici: "8.0.0" };
  expect(isNode()).toBe(true);
  expect(withGlobals({ process: undefined }, isNode)).toBe(false);
  // Deno and Bun.
  expect(withGlobals({ process: node }, isNode)).toBe(false);
  // workerd, which says that it has all of Node.
  expect(withGlobals({ process: { versions }, caches: {} }, isNode)).toBe(false);
});
