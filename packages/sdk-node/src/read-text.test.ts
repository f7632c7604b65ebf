import type { ServerResponse } from "node:http";
import { describe, expect, test, vi } from "vitest";
import { requestOf, success } from "../test/api-examples.ts";
import { failureOf } from "../test/failure-of.ts";
import { impatientClient } from "../test/impatient-client.ts";
import { serve } from "../test/recording-server.ts";
import type { SendRequest } from "./generated/operations.ts";
import { longestAnswer, readText } from "./read-text.ts";

const request = requestOf<SendRequest>("send");
const chunk = new Uint8Array(1024 * 1024).fill(32);

/** A body of so many MiB, or one without end, and what tells that nobody wants the rest. */
function bodyOf(mebibytes: number) {
  const cancel = vi.fn();
  let sent = 0;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) =>
    sent++ < mebibytes ? controller.enqueue(chunk) : controller.close();
  return { body: new ReadableStream<Uint8Array>({ pull, cancel }), cancel };
}

test("a text is read as `text` reads it, however it is cut", async () => {
  const bytes = new TextEncoder().encode("\ufeff“नमस्ते” 😀");
  const ends = [...bytes, 0xff].map((byte) => Uint8Array.of(byte));
  const body = () => ReadableStream.from(ends) as ReadableStream<Uint8Array>;
  expect(await readText(new Response(body()))).toBe("“नमस्ते” 😀\ufffd");
  expect(await readText(new Response(body()))).toBe(await new Response(body()).text());
  expect(await readText(new Response(null))).toBe("");
});

test("a response that has no stream is asked for its text", async () => {
  expect(await readText({ text: async () => "{}" } as Response)).toBe("{}");
});

test("a body may be as long as the bound, and not longer: the rest is not wanted", async () => {
  const most = bodyOf(16);
  expect(await readText(new Response(most.body))).toHaveLength(longestAnswer);
  expect(most.cancel).not.toHaveBeenCalled();

  const endless = bodyOf(Number.POSITIVE_INFINITY);
  await expect(readText(new Response(endless.body))).rejects.toThrow("longer than 16 MiB");
  expect(endless.cancel).toHaveBeenCalledOnce();
});

describe("an answer without end", () => {
  const endless = (status: number) => {
    const closed = vi.fn();
    const answer = (response: ServerResponse) => {
      response.on("close", closed).writeHead(status);
      const write = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", write);
      write();
    };
    return { answer, closed };
  };

  test("to a send leaves it open whether the message was accepted, and its connection ends", async () => {
    const { answer, closed } = endless(200);
    const { baseUrl, arrived } = await serve(answer);
    const error = await failureOf(impatientClient({ baseUrl }).client.send(request));
    expect(error).toMatchObject({
      name: "SmsConnectionError",
      message: expect.stringContaining("the answer is longer than 16 MiB"),
      deliveryUnknown: true,
    });
    expect(arrived).toHaveLength(1);
    await expect.poll(() => closed.mock.calls.length, { timeout: 10_000 }).toBe(1);
  });

  test("that refuses a send refuses it", async () => {
    const { baseUrl } = await serve(endless(402).answer);
    const error = await failureOf(impatientClient({ baseUrl }).client.send(request));
    expect(error).toMatchObject({ status: 402, deliveryUnknown: false });
  });

  test("to a read is followed by another attempt", async () => {
    const { baseUrl, arrived } = await serve(endless(200).answer, success("getStatus"));
    await impatientClient({ baseUrl }).client.getStatus("gcm_msg_1");
    expect(arrived).toHaveLength(2);
  });
});
