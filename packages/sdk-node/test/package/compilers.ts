import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { platforms } from "../platforms.ts";

/** A version of TypeScript that consumers may have. */
export interface Compiler {
  name: string;
  /** The script of its `tsc`. */
  tsc: string;
  /** The folder with the types of Node that this version can read. */
  nodeTypes: string;
  settings: ModuleSetting[];
}

/** How a consumer's TypeScript resolves packages and writes imports. */
export interface ModuleSetting {
  module: "commonjs" | "esnext" | "node16" | "nodenext";
  moduleResolution: "bundler" | "node10" | "node16" | "nodenext";
  /** The `type` of the consumer's package.json. */
  type: "commonjs" | "module";
}

const node10: ModuleSetting = { module: "commonjs", moduleResolution: "node10", type: "commonjs" };
const settings: ModuleSetting[] = [
  { module: "node16", moduleResolution: "node16", type: "module" },
  { module: "node16", moduleResolution: "node16", type: "commonjs" },
  { module: "nodenext", moduleResolution: "nodenext", type: "module" },
  { module: "nodenext", moduleResolution: "nodenext", type: "commonjs" },
  { module: "esnext", moduleResolution: "bundler", type: "module" },
];

const ownFile = createRequire(import.meta.url).resolve;
const platformFile = createRequire(platforms).resolve;
const nodeTypes = dirname(ownFile("@types/node/package.json"));

/** The oldest that is supported, the last one in JavaScript, and the native one. */
export const compilers: Compiler[] = [
  {
    name: "TypeScript 5.0",
    tsc: tscOf(platformFile("typescript-5.0/package.json")),
    nodeTypes: dirname(platformFile("@types/node-20/package.json")),
    settings: [node10, ...settings],
  },
  {
    name: "TypeScript 5.9",
    tsc: tscOf(ownFile("typescript/package.json")),
    nodeTypes,
    settings: [node10, ...settings],
  },
  {
    // It no longer has node10.
    name: "TypeScript 7",
    tsc: tscOf(platformFile("typescript-7/package.json")),
    nodeTypes,
    settings,
  },
];

function tscOf(packageFile: string): string {
  return join(packageFile, "..", "bin", "tsc");
}
