import { basename } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type InstalledPackage, installPackage } from "../installed-package.ts";
import { node20, node26 } from "../runtimes/runtimes.ts";
import { startServers } from "../runtimes/surroundings.ts";
import { type Compiler, compilers } from "./compilers.ts";
import { compile, consumerProjects, runCompiled } from "./consumer-projects.ts";

const nodes = [node20, node26];

/** Compiling takes half a minute of a core, in milliseconds on a busy machine. */
const longestHook = 180_000;

let installed: InstalledPackage;
let surroundings: Awaited<ReturnType<typeof startServers>>;
/** What each compiler complains about, and what each Node says about what it compiled. */
const complaintsOf = new Map<Compiler, string[]>();
const resultsOf = new Map<Compiler, Map<string, unknown[]>>();

beforeAll(async () => {
  [installed, surroundings] = await Promise.all([installPackage(), startServers()]);
  await Promise.all(compilers.map(compileAndRun));
  return async () => {
    await Promise.all([installed.remove(), surroundings.close()]);
  };
}, longestHook);

async function compileAndRun(compiler: Compiler): Promise<void> {
  const projects = consumerProjects(compiler, installed.project);
  complaintsOf.set(compiler, await compile(compiler, projects));
  const { mock, testKey, send } = surroundings.servers;
  const results = new Map<string, unknown[]>();
  for (const { name, program } of nodes)
    if (program) results.set(name, await runCompiled(program, projects, [testKey, mock, send]));
  resultsOf.set(compiler, results);
}

for (const compiler of compilers) {
  describe(compiler.name, () => {
    const projects = consumerProjects(compiler, "");
    const complaints = () => complaintsOf.get(compiler) ?? [];

    test("complains about nothing else", () => {
      const folders = projects.map(({ folder }) => `${basename(folder)}/`);
      const others = complaints().filter((line) => !folders.some((each) => line.startsWith(each)));
      expect(others).toEqual([]);
    });

    for (const [index, { name, folder }] of projects.entries()) {
      test(`compiles a program under ${name}`, () => {
        expect(complaints().filter((line) => line.startsWith(`${basename(folder)}/`))).toEqual([]);
      });

      for (const { name: node, program } of nodes) {
        test.skipIf(!program)(`${node} runs the program compiled under ${name}`, () => {
          const { send, answers } = surroundings.servers;
          expect(resultsOf.get(compiler)?.get(node)?.[index]).toEqual({
            sent: answers.send,
            bulk: { [send.to]: "accepted" },
            refused: "RATE_LIMIT_EXCEEDED",
            faked: [send.to],
            received: [surroundings.servers.messageId, "signature"],
          });
        });
      }
    }
  });
}
