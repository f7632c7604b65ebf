import { createServer } from "node:http";
import { listen } from "@getclickmedia/sms-listen";
import type { Received } from "./checker.ts";

/** A delivery as it arrived at the receiver. */
export interface Delivery extends Received {
  method: string;
}

/** A server on loopback that takes webhooks and hands them out one by one. */
export interface WebhookReceiver {
  url: string;
  /** The next delivery, or `undefined` when none comes within `timeout` milliseconds. */
  next(timeout: number): Promise<Delivery | undefined>;
  close(): Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const arrived: Delivery[] = [];
  let waiting: ((delivery: Delivery) => void) | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    response.writeHead(204).end();
    const delivery = {
      method: request.method ?? "",
      headers: new Headers(request.headers as Record<string, string>),
      body: Buffer.concat(chunks),
    };
    if (waiting) waiting(delivery);
    else arrived.push(delivery);
  });
  const { origin, close } = await listen(server);

  return {
    url: `${origin}/`,
    next: (timeout) => {
      const delivery = arrived.shift();
      if (delivery) return Promise.resolve(delivery);
      return new Promise((resolve) => {
        const timer = setTimeout(() => finish(undefined), timeout);
        const finish = (result: Delivery | undefined) => {
          clearTimeout(timer);
          waiting = undefined;
          resolve(result);
        };
        waiting = finish;
      });
    },
    close,
  };
}
