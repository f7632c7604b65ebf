import { type Answer, headOf } from "./answer.ts";
import type { ApiAnswers } from "./api-answers.ts";
import { type Control, problem } from "./control.ts";
import { type FaultOrder, parseFaultOrder } from "./fault-order.ts";
import { faults } from "./faults/index.ts";
import { OrderError } from "./order-error.ts";
import { type RequestHead, readBody, readHead } from "./read-request.ts";
import { parseRunTarget, type RunTarget, runPath } from "./run-url.ts";
import { type ArrivedRequest, accept, nextFault, type Run, type Runs, record } from "./runs.ts";
import { ConnectionEnded, MalformedRequest, type Wire } from "./wire.ts";

/** What a connection is served with. */
export interface Service {
  api: ApiAnswers;
  runs: Runs;
  control: Control;
  /** The origin that the client came to, and another one of the same server. */
  origin: string;
  otherOrigin: string;
  /** The run that every connection belongs to, at a port of its own. */
  ownRun?: Run | undefined;
}

/** Where a request stands: as which request of which connection. */
interface Place {
  connection: number;
  index: number;
}

/** A request and the fault that it meets; without its parts where the fault comes before they are read. */
interface Meeting {
  run: Run;
  order: FaultOrder;
  head?: RequestHead;
  target?: RunTarget;
}

/** Serves the requests of a connection, one after the other, until either side ends it. */
export async function serveConnection(
  wire: Wire,
  connection: number,
  service: Service,
): Promise<void> {
  try {
    for (let index = 0; wire.isOpen(); index++) {
      const { keepAlive } = await serveRequest(wire, { connection, index }, service);
      // A request that came before the one ahead of it was answered is not taken.
      if (wire.isOpen() && (!keepAlive || wire.hasUnread())) wire.close();
    }
  } catch (error) {
    if (error instanceof MalformedRequest) return refuseMalformed(wire, error);
    if (!(error instanceof ConnectionEnded)) throw error;
  }
}

async function serveRequest(
  wire: Wire,
  place: Place,
  service: Service,
): Promise<{ keepAlive: boolean }> {
  const run = await runThatRefusesToRead(wire, place, service);
  if (run) {
    await meetFault(wire, place, service, { run, order: takeFault(run) });
    return { keepAlive: true };
  }
  const head = await readHead(wire);
  const meeting = readOrder(head, service.runs);
  if (meeting && "run" in meeting) {
    await meetFault(wire, place, service, meeting);
  } else {
    await readWhole(wire, head);
    const answer = meeting ?? (await service.control(head.method, head.target));
    await wire.write(headOf(answer, { closing: !head.keepAlive }) + answer.body);
  }
  return head;
}

/** Only at a port of its own is it known before a request is read which run the connection is for. */
async function runThatRefusesToRead(
  wire: Wire,
  { index }: Place,
  { ownRun }: Service,
): Promise<Run | undefined> {
  if (!ownRun) return undefined;
  // On a connection that is open already, the next request has to begin before it can be refused.
  if (index > 0) await wire.readable();
  return faults[parseFaultOrder(nextFault(ownRun)).name].reads === "nothing" ? ownRun : undefined;
}

/** The fault that a request is to meet, or what is wrong with its URL; `undefined` where it is for no run. */
function readOrder(head: RequestHead, runs: Runs): Meeting | Answer | undefined {
  try {
    const target = parseRunTarget(head.target);
    if (!target) return undefined;
    const run = runs.begin(target.runId, target.faults);
    const order = target.loop ? "redirect-loop" : takeFault(run);
    return { run, order, head, target };
  } catch (error) {
    if (error instanceof OrderError) return problem(400, error.message);
    throw error;
  }
}

function takeFault(run: Run): FaultOrder {
  const order = nextFault(run);
  run.met++;
  return order;
}

async function meetFault(
  wire: Wire,
  place: Place,
  { api, origin, otherOrigin }: Service,
  { run, order, head, target }: Meeting,
): Promise<void> {
  const { name, seconds } = parseFaultOrder(order);
  const fault = faults[name];
  const behaviour = (place.index > 0 && fault.onReused) || fault;
  const headers = (head?.headers ?? []).map(([header]) => header);
  const request: ArrivedRequest = {
    method: head?.method ?? null,
    path: target?.path ?? null,
    followed: target?.followed ?? false,
    fault: order,
    bodyComplete: false,
    bodyLength: 0,
    accepted: false,
    headers: headers.slice(0, 100),
    carriedKey: headers.includes(api.keyHeader),
    at: null,
    answeredAt: null,
    ...place,
    pipelined: false,
  };
  record(run, request);

  if (head && behaviour.reads === "all") {
    request.bodyLength = await readWhole(wire, head);
    request.bodyComplete = true;
    request.at = performance.now();
    request.pipelined = wire.hasUnread();
  }
  const path = runPath(run.id, run.faults);
  const { refuses, act } = behaviour.prepare({
    api,
    method: head?.method ?? "",
    path: target?.path ?? "",
    seconds,
    closing: !head?.keepAlive,
    runUrl: origin + path,
    otherRunUrl: otherOrigin + path,
  });
  if (request.bodyComplete && !refuses) accept(run, request);
  await act(wire);
  request.answeredAt = performance.now();
  request.pipelined ||= wire.hasUnread();
}

async function readWhole(wire: Wire, { expectsContinue, body }: RequestHead): Promise<number> {
  if (expectsContinue) await wire.write("HTTP/1.1 100 Continue\r\n\r\n");
  return readBody(wire, body);
}

async function refuseMalformed(wire: Wire, { message }: MalformedRequest): Promise<void> {
  const answer = problem(400, message);
  // The client may have left already.
  await wire.write(headOf(answer, { closing: true }) + answer.body).catch(() => {});
  wire.close();
}
