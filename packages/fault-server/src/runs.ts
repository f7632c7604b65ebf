import { type FaultOrder, orderPath } from "./fault-order.ts";
import { OrderError } from "./order-error.ts";

/** A request of a run, as the server saw it. Times are milliseconds of a clock that only goes forward. */
export interface ArrivedRequest {
  /** `null` when the fault came before the request was read. */
  method: string | null;
  /** Below the base URL, without the query. `null` as `method`. */
  path: string | null;
  /** Whether it comes from a redirect that the client followed. */
  followed: boolean;
  /** The fault that it met, as it was ordered. */
  fault: string;
  /** Whether the server read the request to its end. */
  bodyComplete: boolean;
  /** In bytes. */
  bodyLength: number;
  /**
   * Whether a server that behaves so can have sent the message, in the worst case: it read a whole POST and
   * its answer, if there was one, did not refuse it.
   */
  accepted: boolean;
  /** The names of the headers, in lower case and in order; at most 100. */
  headers: string[];
  /** Whether the header that carries the key was among them. */
  carriedKey: boolean;
  /** When it had been read to its end. */
  at: number | null;
  /** When the last byte of the answer was written, or the connection was closed or reset instead. */
  answeredAt: number | null;
  /** Which connection of the server it came over, and as which request of that connection, from 0. */
  connection: number;
  index: number;
  /** Whether another request came behind it before it was answered. That one is never read. */
  pipelined: boolean;
}

export interface RunCounts {
  requests: number;
  posts: number;
  accepted: number;
}

/** What arrived in a run. */
export interface RunReport {
  id: string;
  faults: string[];
  /** Of all requests, also of those beyond the number that is kept. */
  counts: RunCounts;
  /** The first 100 requests. */
  requests: ArrivedRequest[];
}

export interface RunSummary extends RunCounts {
  id: string;
  faults: string[];
}

export interface Run extends RunReport {
  faults: FaultOrder[];
  /** How many of the faults have been met. */
  met: number;
  /** The base URL at the run's own port, and what gives the port back. */
  ownPort?: { baseUrl: string; release(): void };
}

const keptRequests = 100;

/** The runs of a server: those used last, so that it can serve any number. */
export interface Runs {
  /**
   * Finds a run, or begins it.
   * @throws OrderError when there is no such fault, or the run was begun with others.
   */
  begin(runId: string, faults: readonly string[]): Run;
  find(runId: string): Run | undefined;
  forget(runId: string): void;
  list(): RunSummary[];
}

/** @param kept how many runs are remembered. */
export function createRuns(kept: number): Runs {
  const runs = new Map<string, Run>();

  function forget(runId: string): void {
    runs.get(runId)?.ownPort?.release();
    runs.delete(runId);
  }

  function begin(runId: string, faults: readonly string[]): Run {
    const run = runs.get(runId) ?? createRun(runId, faults);
    if (run.faults.join() !== faults.join())
      throw new OrderError(
        `The run ${runId} was begun with other faults. Take another id, or DELETE it first.`,
      );
    // A Map keeps the order of insertion: the first is the one that was not used for the longest time.
    runs.delete(runId);
    runs.set(runId, run);
    for (const [oldest] of runs) {
      if (runs.size <= kept) break;
      forget(oldest);
    }
    return run;
  }

  return {
    begin,
    forget,
    find: (runId) => runs.get(runId),
    list: () => Array.from(runs.values(), ({ id, faults, counts }) => ({ id, faults, ...counts })),
  };
}

function createRun(id: string, faults: readonly string[]): Run {
  orderPath(id, faults);
  return {
    id,
    faults: [...faults] as FaultOrder[],
    counts: { requests: 0, posts: 0, accepted: 0 },
    requests: [],
    met: 0,
  };
}

/** The fault that the next request meets: the last one goes on for ever. */
export function nextFault({ faults, met }: Run): FaultOrder {
  return faults[Math.min(met, faults.length - 1)] as FaultOrder;
}

/** Writes down a request whose fault is about to happen. */
export function record(run: Run, request: ArrivedRequest): void {
  run.counts.requests++;
  if (request.method === "POST") run.counts.posts++;
  if (run.requests.length < keptRequests) run.requests.push(request);
}

/** Writes down that a request was read and not refused: a server may have sent its message. */
export function accept(run: Run, request: ArrivedRequest): void {
  if (request.method !== "POST") return;
  request.accepted = true;
  run.counts.accepted++;
}

export function reportOf({ id, faults, counts, requests }: Run): RunReport {
  return structuredClone({ id, faults, counts, requests });
}
