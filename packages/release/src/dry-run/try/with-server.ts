import { spawn } from "node:child_process";
import { ReleaseFault } from "../../release-fault.ts";

/**
 * Starts a server, waits until it says where it is, as in `ready at http://127.0.0.1:4010/v1`, uses it and stops it.
 * @throws ReleaseFault with what it printed, when it does not start, or does not end with 0 when it is asked to.
 */
export async function withServer<Result>(
  [program = "", ...args]: string[],
  cwd: string,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("exit", resolve).once("error", reject);
  });
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        const [, url] = /ready at (http\S+)\n/.exec(output) ?? [];
        if (url) resolve(url);
      });
    }
  });
  const failed = ended.then((code) => {
    throw new ReleaseFault(`${program} ended with ${code} before it was ready.\n${output}`);
  });
  failed.catch(() => {}); // It ends in any case, and then nobody waits for this.
  try {
    const result = await use(await Promise.race([ready, failed]));
    child.kill("SIGTERM");
    const code = await ended;
    if (code === 0) return result;
    throw new ReleaseFault(`${program} ended with ${code} when it was asked to stop.\n${output}`);
  } finally {
    child.kill("SIGKILL");
  }
}
