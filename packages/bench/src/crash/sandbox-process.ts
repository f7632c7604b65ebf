import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { apiKey } from "./account.ts";

const cli = fileURLToPath(new URL("cli.js", import.meta.resolve("@getclickmedia/sms-sandbox")));

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the schemas are the sandbox's own; a test of it says what it expects.
  body: any;
}

/** A sandbox in a process of its own. */
export interface SandboxProcess {
  /** Calls the API. */
  call(method: string, path: string, body?: object): Promise<Answer>;
  /** Reads from the control API. */
  control(path: string): Promise<Answer["body"]>;
  /** Kills the process as it is, and resolves when it is gone. */
  kill(): Promise<void>;
  /** What it has complained of so far, if anything. */
  complaints(): string[];
}

/** @throws Error when it does not come up. */
export async function startSandboxProcess(
  data: string,
  configuration: string,
): Promise<SandboxProcess> {
  const child = spawn(
    process.execPath,
    [cli, "--port", "0", "--data", data, "--config", configuration],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let complaints = "";
  child.stderr.on("data", (chunk) => {
    complaints += chunk;
  });
  const url = await Promise.race([
    readyAt(child),
    gone.then(() => Promise.reject(new Error(`The sandbox does not start: ${complaints}`))),
  ]);
  return {
    call: (method, path, body) => request(`${url}${path}`, method, body),
    async control(path) {
      const { status, body } = await request(`${new URL(url).origin}/_sandbox${path}`, "GET");
      if (status !== 200) throw new Error(`GET ${path} was answered ${status}.`);
      return body;
    },
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
    complaints: () => (complaints === "" ? [] : [`it complained: ${complaints}`]),
  };
}

function readyAt({ stdout }: ChildProcess): Promise<string> {
  let text = "";
  return new Promise((resolve) => {
    stdout?.on("data", (chunk) => {
      text += chunk;
      const [, url] = /ready at (\S+)/.exec(text) ?? [];
      if (url) resolve(url);
    });
  });
}

/** A call that was not answered, or not to the end, as the sandbox was killed. */
export class CutOffError extends Error {}

async function request(url: string, method: string, body?: object): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      headers: { "x-api-key": apiKey, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  } catch (cause) {
    throw new CutOffError(`${method} ${url} was cut off.`, { cause });
  }
}
