import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { createServer as createSocketServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { run } from "../test/process.ts";
import { type Listening, listen } from "./listen.ts";
import { waitUntilHealthy } from "./wait-until-healthy.ts";

const open: Listening[] = [];
afterEach(async () => {
  for (const listening of open.splice(0)) await listening.close();
});

async function serve(handler: RequestListener, port = 0): Promise<Listening> {
  const listening = await listen(createServer(handler), port);
  open.push(listening);
  return listening;
}

/** A command that runs a text as a program of Node. */
const node = (text: string) => ["--", process.execPath, "--eval", text];

describe("beside a command", () => {
  test("the server answers, and only the command writes to stdout", async () => {
    const text = "fetch(process.env.SMALL_URL + '/health').then((r) => console.log(r.status))";
    const { code, stdout, stderr } = await run(node(text)).ended;
    expect([code, stdout]).toEqual([0, "200\n"]);
    expect(stderr).toMatch(/^gcm-small ready at http:\S+\nasked for \/health\nstopped\n$/);
  });

  test.each([0, 3, 255])("the exit code is the command's: %i", async (exit) => {
    expect(await run(node(`process.exit(${exit})`)).ended).toMatchObject({ code: exit });
  });

  test("a command that a signal ends has 128 and its number", async () => {
    const { code, stderr } = await run(node("process.kill(process.pid, 'SIGKILL')")).ended;
    expect(code).toBe(137);
    expect(stderr).toContain("stopped");
  });

  test("a command that is not there is 127, one that is no program 126", async () => {
    const missing = await run(["--", "no-such-command"]).ended;
    expect(missing.code).toBe(127);
    expect(missing.stderr).toMatch(/^gcm-small: The command no-such-command was not found\.$/m);
    const quoted = await run(["--", "npm test"]).ended;
    expect(quoted.code).toBe(127);
    expect(quoted.stderr).toContain(
      "gcm-small: The command npm test was not found. Write its words separately, and not in one pair of quotes.\n",
    );
    const text = join(await mkdtemp(join(tmpdir(), "run beside ")), "text");
    await writeFile(text, "no program");
    const refused = await run(["--", text]).ended;
    expect(refused.code).toBe(126);
    expect(refused.stderr).toContain(`gcm-small: Cannot run ${text}: EACCES.`);
  });

  test("an empty command is 127 too, and a path through a file 126", async () => {
    expect(await run(["--", "", "words"]).ended).toMatchObject({
      code: 127,
      stdout: "",
      stderr: expect.stringMatching(
        /^gcm-small: The command behind -- is empty\.[^\n]*\nstopped$/m,
      ),
    });
    const path = join(process.execPath, "program");
    const through = await run(["--", path]).ended;
    expect(through.code).toBe(126);
    expect(through.stderr).toContain(`gcm-small: Cannot run ${path}: ENOTDIR.\n`);
  });

  test("the words of a command arrive as they are", async () => {
    const words = ["a b", "--port", "--", "$HOME", "", "'"];
    const text = "console.log(JSON.stringify(process.argv.slice(1)))";
    const { stdout } = await run([...node(text), "--", ...words]).ended;
    expect(JSON.parse(stdout)).toEqual(words);
  });

  test("the folder's own programs are found", async () => {
    const env = { PATH: [dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter) };
    const { code } = await run(["--", "biome", "--version"], { env }).ended;
    expect(code).toBe(0);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s goes to the command, and the server stops after it",
    async (signal) => {
      const text = `process.on("${signal}", async () => {
          const { status } = await fetch(process.env.SMALL_URL + "/health");
          console.log("still", status);
          process.exit(7);
        });
        setInterval(() => {}, 1000);
        console.log("up");`;
      const { child, printed, ended } = run(node(text));
      await printed(/^up$/m);
      child.kill(signal);
      expect(await ended).toMatchObject({
        code: 7,
        stdout: "up\nstill 200\n",
        stderr: expect.stringMatching(/stopped\n$/),
      });
    },
  );

  test("at a terminal, which sends SIGINT to the command itself, only a second one goes to it", async () => {
    const atTerminal = `process.stdin.isTTY = true; process.on("SIGINT", () => console.error("got it"));`;
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(atTerminal)}`;
    const text = `process.on("SIGINT", () => console.log("passed on"));
      process.on("SIGTERM", () => process.exit(7));
      setInterval(() => {}, 1000);
      console.log("up");`;
    const { child, printed, ended } = run(node(text), { env: { ...process.env, NODE_OPTIONS } });
    await printed(/^up$/m);
    child.kill("SIGINT");
    await printed(/^got it$/m);
    child.kill("SIGINT");
    await printed(/^passed on$/m);
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 7, stdout: "up\npassed on\n" });
  });

  test("a command that the passed-on signal ends leaves nothing behind", async () => {
    const text = "console.log(process.pid); setInterval(() => {}, 1000)";
    const { child, printed, ended } = run(node(text));
    const [, pid] = await printed(/^(\d+)$/m);
    child.kill("SIGTERM");
    expect((await ended).code).toBe(143);
    expect(() => process.kill(Number(pid), 0)).toThrow("ESRCH");
  });

  test("what a shell has run with exec gets the signal", async () => {
    const text = "console.log('pid', process.pid); setInterval(() => {}, 1000)";
    const shell = ["--", "sh", "-c", 'true; exec "$0" --eval "$1"', process.execPath, text];
    const { child, printed, ended } = run(shell);
    const [, pid] = await printed(/^pid (\d+)$/m);
    child.kill("SIGTERM");
    expect((await ended).code).toBe(143);
    expect(() => process.kill(Number(pid), 0)).toThrow("ESRCH");
  });

  test("a command does not outlive a server that breaks", async () => {
    const text =
      "fetch(process.env.SMALL_URL + '/crash').catch(() => {}); setInterval(() => {}, 1000)";
    const { code, stderr } = await run(node(text)).ended;
    expect(code).toBe(1);
    expect(stderr).toContain("Error: broken");
  });

  test("a server that cannot start is one line, and the command is not run", async () => {
    const { port } = await serve((_, response) => response.end());
    const { code, stdout, stderr } = await run([
      "--port",
      String(port),
      ...node("console.log('ran')"),
    ]).ended;
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^gcm-small: Port \d+ on 127\.0\.0\.1 is taken\.[^\n]*\n$/);
  });

  test("no command behind -- is one line", async () => {
    expect(await run(["--"]).ended).toMatchObject({
      code: 1,
      stderr: "gcm-small: There is no command behind --. Write one, as gcm-small -- npm test.\n",
    });
  });
});

describe("without a command", () => {
  test("SIGHUP ends it as it ends any program, and SIGTERM with 0", async () => {
    const { child, printed, ended } = run([]);
    await printed(/^gcm-small ready/m);
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0, stderr: "stopped\n" });
    const other = run([]);
    await other.printed(/^gcm-small ready/m);
    other.child.kill("SIGHUP");
    expect(await other.ended).toMatchObject({ signal: "SIGHUP" });
  });

  test("nohup does not keep it from SIGHUP, as its usage says", async () => {
    const { child, printed, ended } = run([], {}, ["nohup"]);
    await printed(/^gcm-small ready/m);
    child.kill("SIGHUP");
    expect(await ended).toMatchObject({ signal: "SIGHUP" });
  });

  test("what it does instead of serving ends it", async () => {
    expect(await run(["--help"]).ended).toMatchObject({ code: 0, stdout: "help\n" });
    expect(await run(["--version"]).ended).toMatchObject({ code: 0, stdout: "1.2.3\n" });
    expect(await run(["wait", "--version"]).ended).toMatchObject({ code: 0, stdout: "1.2.3\n" });
    expect(await run(["--help", "--", "no-such-command"]).ended).toMatchObject({ code: 0 });
  });

  test.each([[["npm", "test"]], [["npm", "test", "--", "--watch"]]])(
    "%j is told where a command stands",
    async (words) => {
      expect(await run(words).ended).toMatchObject({
        code: 1,
        stderr:
          "gcm-small: Unexpected argument 'npm'. Write a command behind --, as gcm-small -- npm test. npm exec takes one -- away: write it twice there.\n",
      });
    },
  );
});

describe("wait", () => {
  test.each(["--help", "-h"])("%s says what it takes", async (flag) => {
    const { code, stdout } = await run(["wait", flag]).ended;
    expect(code).toBe(0);
    expect(stdout).toContain("gcm-small wait [--url http://127.0.0.1:9] [--timeout 30s]");
  });

  test("ends once the server answers with success, whichever of its addresses is given", async () => {
    let asked = 0;
    const { origin } = await serve((request, response) => {
      asked += 1;
      response.writeHead(request.url === "/health" && asked > 2 ? 200 : 503).end();
    });
    const { code, stdout, stderr } = await run(["wait", "--url", `${origin}/v1`]).ended;
    expect([code, stdout, stderr]).toEqual([0, "", ""]);
    expect(asked).toBe(3);
  });

  test("goes on while nothing listens there", async () => {
    const { port, origin, close } = await serve((_, response) => void response.end());
    await close();
    const waiting = waitUntilHealthy(origin, 30_000);
    // Refused after the one before it, which was sent first.
    await expect(fetch(origin)).rejects.toThrow();
    await serve((_, response) => void response.end(), port);
    await waiting;
  });

  test.each<[string, RequestListener, string]>([
    ["refuses", (_, response) => void response.writeHead(403).end(), "it answers 403"],
    [
      "redirects",
      (_, response) => void response.writeHead(302, { location: "/" }).end(),
      "it answers 302",
    ],
    ["never answers", () => undefined, "it does not answer"],
  ])("a server that %s is one line", async (_, handler, reason) => {
    const { origin } = await serve(handler);
    const { code, stderr } = await run(["wait", "--url", origin, "--timeout", "1s"]).ended;
    expect(code).toBe(1);
    expect(stderr).toBe(
      `gcm-small: ${origin}/health is not healthy after 1 s: ${reason}. Is it started, and is the address right?\n`,
    );
  });

  test("nothing there, and something that does not speak HTTP, are one line too", async () => {
    const { origin, close } = await serve((_, response) => void response.end());
    await close();
    const nothing = await run(["wait", "--url", origin, "--timeout", "1ms"]).ended;
    expect(nothing).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${origin}/health is not healthy after 0.001 s`),
    });
    const server = createSocketServer((socket) => void socket.end("hello\n"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const other = await run(["wait", "--url", `http://127.0.0.1:${port}`, "--timeout", "1s"]).ended;
    server.close();
    expect(other.code).toBe(1);
    expect(other.stderr).toMatch(
      /^gcm-small: http:\S+ is not healthy after 1 s: Response does not match [^\n]*\n$/,
    );
  });

  test.each([
    [["--url", "nowhere"], '--url must be an address as http://127.0.0.1:9, not "nowhere".'],
    [["--url", "ftp://127.0.0.1"], '--url must be an address as http://127.0.0.1:9, not "ftp:'],
    [
      ["--url", "http://me:secret@127.0.0.1:9"],
      '--url must be an address as http://127.0.0.1:9, not "http://127.0.0.1:9".',
    ],
    [["--timeout", "soon"], "--timeout must be a time as 500ms, 30s or 2m"],
    [["--port", "1"], "Unknown option '--port'"],
    [["http://127.0.0.1:9"], "Unexpected argument 'http://127.0.0.1:9'"],
    [["--timeout", "-5s"], "--timeout needs a value, and what follows it begins with a dash."],
    [
      ["--url", "http://127.0.0.1:1"],
      "http://127.0.0.1:1/health cannot be asked: fetch refuses its port.",
    ],
  ])("%j is refused with one line", async (args, message) => {
    const { code, stderr } = await run(["wait", ...args]).ended;
    expect(code).toBe(1);
    expect(stderr).toContain(`gcm-small: ${message}`);
    expect(stderr).toMatch(/^[^\n]*\n$/);
  });
});
