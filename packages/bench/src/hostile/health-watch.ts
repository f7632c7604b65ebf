import { once } from "node:events";
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** A health request that took too long. */
export interface SlowHealth {
  /** When it was sent, in milliseconds since 1970. */
  at: number;
  ms: number;
}

export interface HealthWatch {
  /** Ends the watch. @returns the slowest answer, in milliseconds. */
  stop(): Promise<number>;
}

const pause = 100;
/** How long a health request may take, in milliseconds. */
const longest = 1_000;
/** When it is given up. */
const timeout = 60_000;

/** Asks a sandbox for its health all the time, from a thread that nothing else keeps busy. */
export function watchHealth(url: string, onSlow: (slow: SlowHealth) => void): HealthWatch {
  const worker = new Worker(new URL(import.meta.url), { workerData: url });
  let slowest = 0;
  worker.on("message", (health: SlowHealth) => {
    slowest = Math.max(slowest, health.ms);
    if (health.ms > longest) onSlow(health);
  });
  return {
    async stop() {
      worker.postMessage("stop");
      await once(worker, "exit");
      return slowest;
    },
  };
}

if (!isMainThread && parentPort && typeof workerData === "string") {
  let isStopped = false;
  parentPort.on("message", () => {
    isStopped = true;
  });
  while (!isStopped) {
    const at = Date.now();
    parentPort.postMessage({ at, ms: await healthTime(workerData) });
    await sleep(pause);
  }
  parentPort.close();
}

/** Milliseconds until the answer; `Infinity` without one. */
async function healthTime(url: string): Promise<number> {
  const started = performance.now();
  return new Promise((resolve) => {
    const sent = request(url, { agent: false, timeout }, (response) => {
      response.resume().on("end", () => {
        const took = performance.now() - started;
        resolve(response.statusCode === 200 ? took : Number.POSITIVE_INFINITY);
      });
    });
    sent.on("timeout", () => sent.destroy());
    sent.on("error", () => resolve(Number.POSITIVE_INFINITY));
    sent.end();
  });
}
