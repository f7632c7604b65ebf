import type { Outcome } from "./answer.ts";
import type { AnswerCheck } from "./answer-check.ts";
import type { Call } from "./call.ts";
import type { Exchange } from "./exchange.ts";
import type { SlowHealth } from "./health-watch.ts";

/** What became of the requests of one kind. */
export interface Tally {
  requests: number;
  /** How many answers there were of each class of status, as `4xx`. */
  answers: Map<string, number>;
  slowestMs: number;
}

/** Something that may not be, how often it was, and the first request that it came with. */
export interface Problem {
  what: string;
  times: number;
  example: string;
}

export interface Record {
  tallies: Map<string, Tally>;
  problems(): Problem[];
  /** When the sandbox kept a health request waiting, and what it was probably busy with. */
  stalls(): string[];
  /** @param started when the request was begun, by `Date.now()`. */
  call(kind: string, call: Call, outcome: Outcome, started: number): void;
  exchange(kind: string, exchange: Exchange, outcome: Outcome, started: number): void;
  slowHealth(slow: SlowHealth): void;
  problem(what: string, example?: string): void;
  /** Connections may now be cut on purpose, or no longer. */
  allowCuts(isAllowed: boolean): void;
}

/** What takes longer is remembered, in milliseconds: it may be what the health request waited for. */
const slow = 500;

export function createRecord(check: AnswerCheck): Record {
  const tallies = new Map<string, Tally>();
  const problems = new Map<string, Problem>();
  const slowHealths: SlowHealth[] = [];
  const slowRequests: { from: number; to: number; request: string }[] = [];
  const began = Date.now();
  let cutsAllowed = false;

  const addProblem = (what: string, example = ""): void => {
    const known = problems.get(what);
    if (known) known.times += 1;
    else problems.set(what, { what, times: 1, example });
  };
  const count = (kind: string, requests: number, { answers, end }: Outcome, started: number) => {
    const tally = tallies.get(kind) ?? { requests: 0, answers: new Map(), slowestMs: 0 };
    tallies.set(kind, tally);
    tally.requests += requests;
    const classes = answers.map(({ status }) => `${Math.floor(status / 100)}xx`);
    for (const each of answers.length > 0 ? classes : [end])
      tally.answers.set(each, (tally.answers.get(each) ?? 0) + 1);
    tally.slowestMs = Math.max(tally.slowestMs, Date.now() - started);
  };
  const rememberSlow = (started: number, request: string): void => {
    const now = Date.now();
    if (now - started > slow) slowRequests.push({ from: started, to: now, request });
  };

  return {
    tallies,
    call(kind, call, outcome, started) {
      count(kind, 1, outcome, started);
      const example = describeCall(call);
      rememberSlow(started, `${kind}: ${example}`);
      const { answers, end } = outcome;
      const [answer] = answers;
      const name = call.operation?.operationId ?? call.target.slice(0, 40);
      if (answer) {
        for (const problem of check(answer, call))
          addProblem(`${kind}, ${name}, ${answer.status}: ${problem}`, example);
      } else if (end === "silent") addProblem(`${kind}, ${name}: there is no answer`, example);
      else if (!cutsAllowed) addProblem(`${kind}, ${name}: the connection was cut`, example);
    },
    exchange(kind, exchange, outcome, started) {
      count(kind, exchange.answers ?? 1, outcome, started);
      const example = describeExchange(exchange);
      rememberSlow(started, `${kind}: ${example}`);
      const { answers, end } = outcome;
      answers.forEach((answer, index) => {
        const method = exchange.isHead?.(index) ? "HEAD" : "GET";
        for (const problem of check(answer, { method }))
          addProblem(`${kind}, ${answer.status}: ${problem}`, example);
      });
      const { answers: expected = answers.length, atMost = answers.length } = exchange;
      if (answers.length < expected && !cutsAllowed)
        addProblem(`${kind}: ${answers.length} of ${expected} answers, and then ${end}`, example);
      if (answers.length > atMost) addProblem(`${kind}: a request was smuggled in`, example);
    },
    slowHealth: (slow) => slowHealths.push(slow),
    problem: addProblem,
    allowCuts(isAllowed) {
      cutsAllowed = isAllowed;
    },
    problems: () => [...problems.values()],
    stalls: () =>
      slowHealths.map(({ at, ms }) => {
        const meanwhile = slowRequests.filter(({ from, to }) => from < at + ms && to > at);
        // What takes longest is slow by itself, as a connection left open.
        const [shortest] = meanwhile.toSorted((a, b) => a.to - a.from - (b.to - b.from));
        const when = `${ms.toFixed(0)} ms, ${((at - began) / 1_000).toFixed(1)} s into the run`;
        return `${when}; meanwhile ${shortest?.request}`;
      }),
  };
}

const shownLength = 400;

function describeCall({ method, target, headers, body }: Call): string {
  const text = body === undefined ? "" : ` ${JSON.stringify(cut(body))}`;
  return cut(`${method} ${target} ${JSON.stringify(headers)}`) + text;
}

function describeExchange({ parts, ending = "read" }: Exchange): string {
  return `${parts.slice(0, 4).map((part) => JSON.stringify(cut(part)))} then ${ending}`;
}

function cut(bytes: string | Uint8Array): string {
  const text = typeof bytes === "string" ? bytes : Buffer.from(bytes).toString("latin1");
  return text.length <= shownLength ? text : `${text.slice(0, shownLength)}... (${text.length})`;
}
