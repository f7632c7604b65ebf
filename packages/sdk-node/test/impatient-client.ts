import { keyPrefixes } from "@getclickmedia/sms-types";
import { SmsClient, type SmsClientOptions } from "../src/index.ts";

/** A key that no other text could be taken for. */
export const apiKey: string = `${keyPrefixes.gcm_test_.name}K3yThatNobodyMaySee`;

/** A client that does not wait, and what it would have waited between its attempts, in milliseconds. */
export function impatientClient(options: SmsClientOptions): { client: SmsClient; waits: number[] } {
  const waits: number[] = [];
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  return { client: new SmsClient({ apiKey, sleep, ...options }), waits };
}
