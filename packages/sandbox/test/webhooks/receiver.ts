import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { listen } from "@getclickmedia/sms-listen";
import { onTestFinished } from "vitest";

export interface Received {
  event: string;
  messageId: string;
  to: string;
  /** The body as it arrived. */
  body: string;
  headers: IncomingHttpHeaders;
}

type Answer = (response: ServerResponse, received: Received) => void;

/** A receiver of webhooks on loopback, until the end of the test. */
export interface Receiver {
  url: string;
  /** What has arrived, the first one first. */
  received: Received[];
  /** How it answers; at first 200. */
  answer: Answer;
  /** Resolves when so many have arrived. */
  arrived(count: number): Promise<void>;
  /** The names of the events of a message, as they have arrived. */
  eventsOf(messageId: string): string[];
}

export const withStatus =
  (status: number, headers = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end();

export const never: Answer = () => {};

export async function startReceiver(answer: Answer = withStatus(200)): Promise<Receiver> {
  const received: Received[] = [];
  let notify = () => {};
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const arrived = { ...JSON.parse(body), body, headers: request.headers };
    received.push(arrived);
    receiver.answer(response, arrived);
    notify();
  });
  const { origin, close } = await listen(server);
  onTestFinished(close);
  const receiver: Receiver = {
    url: `${origin}/webhooks`,
    received,
    answer,
    arrived: (count) =>
      new Promise((resolve) => {
        notify = () => {
          if (received.length >= count) resolve();
        };
        notify();
      }),
    eventsOf: (messageId) =>
      received.filter((each) => each.messageId === messageId).map(({ event }) => event),
  };
  return receiver;
}
