import { expect, test } from "vitest";
import { run } from "./run.ts";

test("what a program prints on both streams is there, and its status", async () => {
  const script = "console.log('é'); console.error('err'); process.exit(3)";
  await expect(run(["node", "--eval", script])).resolves.toEqual({ status: 3, output: "é\nerr\n" });
});

test("it runs where and with what it is told, on this Node", async () => {
  const script = "process.stdout.write([process.cwd(), process.env.GIVEN, process.version].join())";
  const { output } = await run(["node", "--eval", script], { cwd: "/", env: { GIVEN: "x" } });
  expect(output).toBe(`/,x,${process.version}`);
});

test("a program that is not there is an error", async () => {
  await expect(run(["/no/program"])).rejects.toThrow("ENOENT");
});
