import { findProgram, platforms, wrapper } from "../platforms.ts";
import type { Traits } from "./conformance/surroundings.ts";

/** A runtime that the SDK supports, and how it is used. */
export interface Runtime {
  name: string;
  /** Where its program is, unless there is none for this machine. */
  program: string | undefined;
  traits: Traits;
  /** How the SDK is loaded: as a Worker it is part of the script, as it always is there. */
  loadedBy: "import" | "require" | "worker";
  /** What the program is given before the script. */
  flags: string[];
}

const standard: Traits = { tellsUnsent: true, reusesConnections: true, readsEnvironment: true };

const [node20, node22, node24] = ["20", "22", "24"].map(
  (version): Runtime => ({
    name: `Node ${version}`,
    program: findProgram(platforms, `node-${version}-`, "bin/node"),
    traits: standard,
    loadedBy: "import",
    flags: [],
  }),
) as [Runtime, Runtime, Runtime];

export { node20 };

export const node26: Runtime = { ...node24, name: "Node 26", program: process.execPath };

const bun: Runtime = {
  name: "Bun",
  program: findProgram(wrapper("bun"), "@oven/bun-", "bin/bun"),
  traits: { ...standard, reusesConnections: false },
  loadedBy: "import",
  flags: [],
};

/** Before 1.3.12, Bun sent a POST again when a connection that it had used before was dead. */
const bun13: Runtime = {
  ...bun,
  name: "Bun 1.3",
  program: findProgram(platforms, "bun-1.3-", "bin/bun"),
};

/** It may read no environment variable, and asks nobody for the right to. */
const deno: Runtime = {
  name: "Deno",
  program: findProgram(wrapper("deno"), "@deno/", "deno"),
  traits: { ...standard, readsEnvironment: false },
  loadedBy: "import",
  flags: ["run", "--no-prompt", "--allow-net"],
};

/** Cloudflare's, for Workers. Whatever became of a connection, it says "Network connection lost". */
const workerd: Runtime = {
  name: "workerd",
  program: findProgram(wrapper("workerd"), "@cloudflare/workerd-", "bin/workerd"),
  traits: { ...standard, tellsUnsent: false },
  loadedBy: "worker",
  flags: ["serve"],
};

export const runtimes: Runtime[] = [
  ...[node20, node22, node24, node26, bun, bun13, deno, workerd],
  ...[node20, node26, bun].map((runtime) => byRequire(runtime)),
  {
    ...deno,
    name: "Deno with --allow-env",
    traits: standard,
    flags: [...deno.flags, "--allow-env=GCM_API_KEY,NODE_ENV"],
  },
];

function byRequire(runtime: Runtime): Runtime {
  return { ...runtime, name: `${runtime.name} by require()`, loadedBy: "require" };
}
