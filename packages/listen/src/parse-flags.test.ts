import { afterEach, expect, test, vi } from "vitest";
import { parseFlags } from "./parse-flags.ts";

afterEach(() => vi.restoreAllMocks());

const read = (...args: string[]) =>
  parseFlags(
    { usage: "gcm-some: does something", version: "1.2.3" },
    {
      args,
      options: { port: { type: "string", default: "0" }, verbose: { type: "boolean" } },
      allowPositionals: true,
    },
  );

test("flags are read as parseArgs reads them", () => {
  const { values, positionals } = read("--port", "1", "word") ?? {};
  expect(values?.port).toBe("1");
  expect(positionals).toEqual(["word"]);
  expect(read("--port=-1")?.values).toEqual({ port: "-1" });
});

test.each([
  ["--help", "gcm-some: does something"],
  ["-h", "gcm-some: does something"],
  ["--version", "1.2.3"],
])("%s is answered, and nothing more is to do", (flag, text) => {
  const log = vi.spyOn(console, "log").mockReturnValue();
  expect(read(flag)).toBeUndefined();
  expect(log).toHaveBeenCalledExactlyOnceWith(text);
});

test.each([
  [
    ["--port", "-1"],
    "--port needs a value, and what follows it begins with a dash. Write --port=value if that is the value.",
  ],
  [["--port"], "Option '--port <value>' argument missing"],
])("%j is refused with one line", (args, message) => {
  expect(() => read(...args)).toThrow(expect.objectContaining({ message }));
});
