import { inspect } from "node:util";
import { keyPrefixes, operations, plans } from "@getclickmedia/sms-types";
import { afterEach, beforeEach, describe, expect, type Mock, test, vi } from "vitest";
import { answerOf, json, refusal, requestOf, success } from "../test/api-examples.ts";
import { failureOf } from "../test/failure-of.ts";
import { apiKey, impatientClient } from "../test/impatient-client.ts";
import { serve } from "../test/recording-server.ts";
import { closedBaseUrl } from "../test/socket-server.ts";
import { keyHeader } from "./generated/constants.ts";
import type { BulkSendRequest, SendRequest } from "./generated/operations.ts";
import { SmsClient, SmsConfigurationError } from "./index.ts";

const request = requestOf<SendRequest>("send");
const bulkRequest = requestOf<BulkSendRequest>("sendBulk");

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("a client", () => {
  test("needs no options where GCM_API_KEY is set", () => {
    vi.stubEnv("GCM_API_KEY", apiKey);
    expect(new SmsClient().environment).toBe(keyPrefixes.gcm_test_.environment);
  });

  test("is not made without a key", () => {
    vi.stubEnv("GCM_API_KEY", undefined);
    expect(() => new SmsClient()).toThrow(SmsConfigurationError);
  });

  test.each(Object.values(keyPrefixes))(
    "knows that $name is for $environment",
    ({ name, environment }) => {
      const client = new SmsClient({ apiKey: `${name}x`, allowLiveKeyInTests: true });
      expect(client.environment).toBe(environment);
    },
  );

  test("has a method for each operation", () => {
    const client = new SmsClient({ apiKey });
    for (const id of Object.keys(operations))
      expect(client).toHaveProperty(id, expect.any(Function));
  });

  test("makes many calls at the same time, each with its own answer", async () => {
    const { baseUrl } = await serve(success("getBalance"));
    const { client } = impatientClient({ baseUrl });
    const answers = await Promise.all(Array.from({ length: 50 }, () => client.getBalance()));
    expect(answers).toEqual(Array(50).fill(answerOf("getBalance")));
  });

  test("does not mix its settings with another's", async () => {
    const { baseUrl, arrived } = await serve(success("getBalance"));
    const keys = ["one", "two"].map((name) => `${keyPrefixes.gcm_test_.name}${name}`);
    const clients = keys.map((apiKey) => new SmsClient({ apiKey, baseUrl }));
    for (const client of clients) await client.getBalance();
    expect(arrived.map(({ headers }) => headers[keyHeader])).toEqual(keys);
  });
});

describe("a bulk send", () => {
  const recipients = Array.from({ length: 1_001 }, (_, index) => `${919_000_000_000 + index}`);
  const sizes = async (
    options: object,
    callOptions?: { recipientsPerRequest?: number | undefined },
  ) => {
    const { baseUrl, arrived } = await serve(success("sendBulk"));
    const { client } = impatientClient({ baseUrl, ...options });
    await client.sendBulk({ ...bulkRequest, recipients }, callOptions);
    return arrived.map(({ body }) => (JSON.parse(body) as BulkSendRequest).recipients.length);
  };

  test("is split as the smallest plan asks for, where none is given", async () => {
    const { recipientsPerRequest } = plans.Starter;
    expect((await sizes({})).sort()).toEqual([
      recipients.length - recipientsPerRequest,
      recipientsPerRequest,
    ]);
  });

  test("is split as the client's plan asks for", async () => {
    expect(await sizes({ plan: plans.Growth.name })).toEqual([recipients.length]);
  });

  test("is split as the call asks for, above all", async () => {
    expect(await sizes({ plan: plans.Growth.name }, { recipientsPerRequest: 501 })).toHaveLength(2);
    expect(
      await sizes({ plan: plans.Growth.name }, { recipientsPerRequest: undefined }),
    ).toHaveLength(1);
  });

  test("arrives as the document has it", async () => {
    const { baseUrl, arrived } = await serve(success("sendBulk"));
    const result = await impatientClient({ baseUrl }).client.sendBulk(bulkRequest);
    expect(result.complete).toBe(true);
    const { method, path } = operations.sendBulk;
    expect(arrived).toMatchObject([{ method, target: `/v1${path}` }]);
    expect(JSON.parse(arrived[0]?.body ?? "")).toEqual(bulkRequest);
  });
});

describe("following a message", () => {
  const status = (status: string) => json(200, { ...answerOf("getStatus"), status });

  test("ends with its final status", async () => {
    const { baseUrl, arrived } = await serve(
      status("queued"),
      status("queued"),
      status("rejected"),
    );
    const { client } = impatientClient({ baseUrl });
    expect(await client.waitForDelivery("gcm_msg_1")).toMatchObject({ status: "rejected" });
    expect(arrived.map(({ target }) => target)).toEqual(
      Array(3).fill(`/v1${operations.getStatus.path.replace("{messageId}", "gcm_msg_1")}`),
    );
  });

  test("takes its options", async () => {
    const { baseUrl } = await serve(status("queued"), status("dispatched"), status("delivered"));
    const { client, waits } = impatientClient({ baseUrl });
    const seen: string[] = [];
    for await (const message of client.watchStatus("gcm_msg_1", { interval: 10 }))
      seen.push(message.status);
    expect(seen).toEqual(["queued", "dispatched", "delivered"]);
    expect(Math.max(...waits)).toBeLessThan(100);
    const aborted = client.waitForDelivery("gcm_msg_1", { signal: AbortSignal.abort() });
    expect(await failureOf(aborted)).toMatchObject({ name: "SmsAbortError" });
  });
});

describe("the key is shown nowhere", () => {
  const shownBy = (value: unknown) =>
    [
      inspect(value, { depth: Infinity, showHidden: true, showProxy: true, getters: true }),
      JSON.stringify(value),
      String(value),
      Object.getOwnPropertyNames(value).join(),
    ].join();
  let printed: Mock[];
  beforeEach(() => {
    printed = (["debug", "error", "info", "log", "trace", "warn"] as const).map((name) =>
      vi.spyOn(console, name).mockReturnValue(),
    );
  });

  test("not by the client", () => {
    const client = new SmsClient({ apiKey, headers: { authorization: "another-secret" } });
    expect(shownBy(client)).not.toContain(apiKey);
    expect(shownBy(client)).not.toContain("another-secret");
    expect(JSON.stringify(client)).toBe(JSON.stringify({ environment: client.environment }));
    expect({ ...client }).toEqual({ environment: client.environment });
    expect(shownBy(structuredClone({ ...client }))).not.toContain(apiKey);
  });

  test("not by what it answers, before and after", async () => {
    const { baseUrl } = await serve(success("send"));
    const sent = impatientClient({ baseUrl }).client.send(request);
    expect(shownBy(sent)).not.toContain(apiKey);
    expect(shownBy(await sent.withResponse())).not.toContain(apiKey);
    expect(shownBy(sent)).not.toContain(apiKey);
  });

  test("not by its errors, and not on the console", async () => {
    const answering = await serve(refusal("INVALID_API_KEY"));
    const silent = await serve(() => {});
    const broken = await serve((response) => response.socket?.resetAndDestroy());
    const hook = () => {
      throw new Error("fault in a hook");
    };
    const hooks = { onRequest: hook, onResponse: hook, onRetry: hook };
    for (const baseUrl of [
      answering.baseUrl,
      silent.baseUrl,
      broken.baseUrl,
      await closedBaseUrl(),
    ]) {
      const { client } = impatientClient({ baseUrl, timeout: 100, ...hooks });
      expect(shownBy(await failureOf(client.send(request)))).not.toContain(apiKey);
      expect(shownBy(await failureOf(client.getBalance()))).not.toContain(apiKey);
    }
    const onConsole = printed.flatMap(({ mock }) => mock.calls);
    expect(onConsole.length).toBeGreaterThan(0);
    expect(shownBy(onConsole)).not.toContain(apiKey);
    expect(shownBy(onConsole)).not.toContain(request.message);
  });

  test("not by the error of a client that could not be made", () => {
    for (const options of [
      { apiKey: `${apiKey}\n` },
      { baseUrl: `https://${apiKey}@host` },
      { timeout: 0 },
      { headers: { "a b": apiKey } },
    ]) {
      let error: unknown;
      try {
        new SmsClient({ apiKey, ...options });
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(SmsConfigurationError);
      expect(shownBy(error)).not.toContain(apiKey);
    }
  });
});
