import type { Exchange } from "../recording-proxy.ts";
import type { ProcessOutcome } from "../run-process.ts";

/** Why a sample fails: what is said to whoever wrote it. */
export class Failure extends Error {
  override name = "Failure";
  /** Where it is, if not at the sample itself. */
  readonly line: number | undefined;
  /** What was written instead of what the page says, where that is all that is wrong. */
  readonly written: string | undefined;

  constructor(message: string, { line, written }: { line?: number; written?: string } = {}) {
    super(message);
    this.line = line;
    this.written = written;
  }
}

/** What else may explain a failure: refusals of the API, hosts out of reach, and the end of stderr. */
export function circumstances(
  { stderr }: Pick<ProcessOutcome, "stderr">,
  { exchanges, outside }: { exchanges: Exchange[]; outside: string[] },
): string {
  const refused = exchanges.flatMap(({ method, path, status, error }) => {
    const call = `${method} ${path}`;
    if (error) return [`The API answered ${call} with ${status} ${error.code}: ${error.message}`];
    return status === undefined ? [`${call} had no answer.`] : [];
  });
  const hosts = [...new Set(outside)].map(
    (host) => `It called ${host}, which samples cannot reach: only the servers of the test.`,
  );
  const errors = endsOf(stderr.trimEnd().split("\n"));
  const written = stderr.trim() === "" ? [] : ["stderr:", ...errors.map((line) => `  ${line}`)];
  return [...new Set(refused), ...hosts, ...written].map((line) => `\n${line}`).join("");
}

/** The first lines and the last: one language says first what went wrong, another one last. */
function endsOf(lines: string[]): string[] {
  return lines.length <= 14 ? lines : [...lines.slice(0, 4), "…", ...lines.slice(-8)];
}
