import { createServer } from "node:http";
import { listen } from "@getclickmedia/sms-listen";
import { parse, signatureHeader } from "@getclickmedia/sms-sdk/webhooks";
import { secret } from "./account.ts";

export interface Receiver {
  url: string;
  /** The bodies that have arrived for each message and event, in the order of their first arrival. */
  arrivals: Map<string, Map<string, string[]>>;
  problems: string[];
  close(): Promise<void>;
}

/**
 * A receiver that refuses one in twenty webhooks the first time, and checks of each its signature, and that no
 * event comes before the one before it was taken in.
 */
export async function startReceiver(): Promise<Receiver> {
  const arrivals: Receiver["arrivals"] = new Map();
  const problems: string[] = [];
  const refused = new Map<unknown, string>();
  let count = 0;
  const server = createServer(async (request, response) => {
    try {
      const body = Buffer.concat(await request.toArray());
      const { event, messageId } = await parse(body, request.headers[signatureHeader], secret);
      const events = arrivals.get(String(messageId)) ?? new Map<string, string[]>();
      arrivals.set(String(messageId), events);
      const bodies = events.get(event) ?? [];
      events.set(event, [...bodies, body.toString()]);
      const before = refused.get(messageId) ?? event;
      if (before !== event) problems.push(`${event} of ${messageId} came before ${before}`);
      count += 1;
      if (bodies.length === 0 && count % 20 === 0) refused.set(messageId, event);
      else refused.delete(messageId);
      response.writeHead(refused.has(messageId) ? 500 : 204).end();
    } catch (error) {
      // A request that the kill has cut off never arrived.
      if (!request.complete) return;
      problems.push(`a webhook is not valid: ${(error as Error).message}`);
      response.writeHead(400).end();
    }
  });
  const { origin, close } = await listen(server);
  return { url: `${origin}/webhooks`, arrivals, problems, close };
}
