import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ReleaseFault } from "../../release-fault.ts";
import type { Artefact } from "../artefact.ts";
import { command } from "../command.ts";
import { delivered, quickStart } from "./quick-start.ts";
import { withServer } from "./with-server.ts";

const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/** Installs all npm packages into one empty project: ours from their tarballs, all else from the registry. */
export async function installTogether(artefacts: Artefact[], project: string): Promise<void> {
  mkdirSync(project, { recursive: true });
  const dependencies = Object.fromEntries(
    artefacts.map(({ name, file }) => [name, `file:${file}`]),
  );
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, dependencies }));
  await command(["npm", "install", ...quiet], { cwd: project });
  const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")) as {
    packages: Record<string, { resolved?: string }>;
  };
  const fetched = Object.entries(lock.packages).filter(
    ([path, { resolved }]) => path.includes("@getclickmedia/") && !resolved?.startsWith("file:"),
  );
  if (fetched.length > 0) {
    throw new ReleaseFault(
      `npm took ${fetched.map(([path]) => path).join(", ")} from elsewhere than from the tarballs: a version range in them does not fit.`,
    );
  }
}

/** Imports every entry of a package that is installed. */
export async function importEntries({ name }: Artefact, project: string): Promise<void> {
  const manifest = JSON.parse(
    readFileSync(join(project, "node_modules", name, "package.json"), "utf8"),
  ) as { exports?: Record<string, unknown>; bin?: Record<string, string> };
  const entries = Object.entries(manifest.exports ?? {}).filter(
    ([entry, target]) =>
      !entry.includes("*") && !/\.(json|ya?ml|html)"/.test(JSON.stringify(target)),
  );
  for (const [entry] of entries) {
    const specifier = JSON.stringify(entry.replace(/^\./, name));
    await command(
      [process.execPath, "--input-type=module", "--eval", `await import(${specifier})`],
      {
        cwd: project,
      },
    );
  }
}

/**
 * Runs a server that is installed in a project, for as long as it is used. That npx finds it is tried first; the server
 * itself is started without npx, which would not pass on that it has to stop.
 */
export async function withInstalledServer<Result>(
  program: string,
  project: string,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  await command(["npx", "--no-install", program, "--help"], { cwd: project });
  return withServer([join(project, "node_modules/.bin", program), "--port", "0"], project, use);
}

/** Asks a server for the balance, sends a message, and expects the API's answers. */
export async function sendMessage(url: string, key: string, example: object): Promise<void> {
  const headers = { "x-api-key": key, "content-type": "application/json" };
  const balance = await fetch(`${url}/account/balance`, { headers });
  const body = JSON.stringify(example);
  const sent = await fetch(`${url}/sms/send`, { method: "POST", headers, body });
  const answer = await sent.text();
  if (!balance.ok || !sent.ok || !answer.includes('"messageId"')) {
    throw new ReleaseFault(
      `The server at ${url} answered ${balance.status} to a question for the balance and ${sent.status} to a send: ${answer}`,
    );
  }
}

/** Installs the SDK, and nothing else, into an empty project and runs the quick start of its README. */
export async function tryNodeSdk(sdk: Artefact, project: string, url: string): Promise<void> {
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  await command(["npm", "install", sdk.file, "--offline", ...quiet], { cwd: project });
  const readme = join(project, "node_modules", sdk.name, "README.md");
  writeFileSync(join(project, "quick-start.ts"), quickStart(readme, "ts", url));
  expectDelivered(
    sdk,
    await command([process.execPath, "quick-start.ts"], {
      cwd: project,
      env: { GCM_API_KEY: "gcm_test_try" },
    }),
  );
}

/** @throws ReleaseFault when a quick start has printed something else. */
export function expectDelivered({ name }: Artefact, printed: string): void {
  if (printed !== delivered)
    throw new ReleaseFault(`The quick start of ${name} printed ${JSON.stringify(printed)}.`);
}
