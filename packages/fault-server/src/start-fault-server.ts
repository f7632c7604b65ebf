import type { Socket } from "node:net";
import { readDocument } from "@getclickmedia/sms-document";
import { createApiAnswers } from "./api-answers.ts";
import { createControl } from "./control.ts";
import { type FaultOrder, orderPath } from "./fault-order.ts";
import { type FaultName, faultNames } from "./faults/index.ts";
import { type OpenPort, openPort } from "./open-port.ts";
import { createRuns, type Run, type RunReport, reportOf } from "./runs.ts";
import { serveConnection } from "./serve-connection.ts";
import { createWire } from "./wire.ts";

export interface FaultServerOptions {
  /** Where to listen; 0, the default, takes any free port. */
  port?: number;
  /** How long a stall lasts, in seconds, before the connection is reset: 60 by default. */
  longestStall?: number;
  /** How many runs are remembered, those used last: 1,000 by default. */
  keptRuns?: number;
}

export interface FaultServer {
  /** As `http://127.0.0.1:4010`. */
  origin: string;
  /** The names of all faults. */
  faults: readonly FaultName[];
  /**
   * The base URL by which a client orders faults: its n-th request meets the n-th of them, and the last one
   * goes on for ever. Faults before the read happen as soon as the headers tell which run is meant.
   * @throws OrderError when there is no such fault, or the id cannot stand in a URL.
   */
  baseUrl(runId: string, faults: readonly FaultOrder[]): string;
  /**
   * The same at a port of the run's own, where a fault before the read happens before a single byte is read.
   * The port is given back when the run is forgotten.
   * @throws OrderError as `baseUrl`.
   */
  ownPort(runId: string, faults: readonly FaultOrder[]): Promise<string>;
  /** What arrived in a run; `undefined` before anything has. */
  run(runId: string): RunReport | undefined;
  forget(runId: string): void;
  /** How many connections are open. */
  connections(): number;
  /** Stops listening and destroys every connection. */
  close(): Promise<void>;
}

/**
 * Starts a server that misbehaves on order.
 *
 * @example
 * ```ts
 * const server = await startFaultServer();
 * const client = new SmsClient({ apiKey, baseUrl: server.baseUrl("1", ["rate-limited-0.2s", "reset-after-read"]) });
 * await client.send(message).catch(() => {});
 * expect(server.run("1")?.counts.accepted).toBeLessThanOrEqual(1);
 * await server.close();
 * ```
 * @throws Error when the port is taken, with a message of one line.
 */
export async function startFaultServer(options: FaultServerOptions = {}): Promise<FaultServer> {
  const { port = 0, longestStall = 60, keptRuns = 1_000 } = options;
  const api = createApiAnswers(await readDocument());
  const runs = createRuns(keptRuns);
  const control = createControl(runs, ownPort);
  const sockets = new Set<Socket>();
  const ports = new Set<OpenPort>();
  let connections = 0;

  async function open(port: number, ownRun?: Run): Promise<OpenPort> {
    const opened = await openPort(port, (socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      const otherOrigin = opened === main ? other.origin : main.origin;
      const service = { api, runs, control, origin: opened.origin, otherOrigin, ownRun };
      void serveConnection(createWire(socket, longestStall), ++connections, service);
    });
    ports.add(opened);
    return opened;
  }

  async function ownPort(runId: string, faults: readonly string[]): Promise<string> {
    const run = runs.begin(runId, faults);
    if (run.ownPort) return run.ownPort.baseUrl;
    const opened = await open(0, run);
    const release = () => {
      ports.delete(opened);
      void opened.close();
    };
    run.ownPort = { baseUrl: opened.origin + orderPath(runId, faults), release };
    return run.ownPort.baseUrl;
  }

  const other = await open(0);
  const main = await open(port).catch(async (error) => {
    await other.close();
    throw error;
  });

  return {
    origin: main.origin,
    faults: faultNames,
    baseUrl: (runId, faults) => main.origin + orderPath(runId, faults),
    ownPort,
    run: (runId) => {
      const run = runs.find(runId);
      return run && reportOf(run);
    },
    forget: runs.forget,
    connections: () => sockets.size,
    close: async () => {
      const closing = Array.from(ports, (opened) => opened.close());
      const ended = Array.from(
        sockets,
        (socket) => new Promise((resolve) => socket.once("close", resolve).destroy()),
      );
      await Promise.all([...closing, ...ended]);
    },
  };
}
