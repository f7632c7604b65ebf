import { SmsClient, type SmsClientOptions } from "@getclickmedia/sms-sdk";
import type { Surroundings } from "./surroundings.ts";

/** What the fault server saw of a run. Before the first request it knows of none. */
interface Report {
  counts: { requests: number; posts: number };
  requests: { followed: boolean; connection: number }[];
}

/** A client whose n-th request meets the n-th fault, and what arrived of it. */
export interface FaultRun {
  client: SmsClient;
  /** How many milliseconds were waited before each repetition. */
  delays: number[];
  report(): Promise<Report>;
}

let runs = 0;

export function startRun(
  { faultServer, run, testKey }: Surroundings,
  faults: string[],
  options: SmsClientOptions = {},
): FaultRun {
  const id = `${run}-${++runs}`;
  const delays: number[] = [];
  const client = new SmsClient({
    apiKey: testKey,
    baseUrl: `${faultServer}/run/${id}/${faults.join(",")}/v1`,
    sleep: async () => {},
    onRetry: ({ delay }) => {
      delays.push(delay);
    },
    ...options,
  });
  return {
    client,
    delays,
    report: async () =>
      (await fetch(`${faultServer}/_control/runs/${id}`)).json() as Promise<Report>,
  };
}
