import { inspect } from "node:util";
import { operations } from "@getclickmedia/sms-types";
import { describe, expect, test } from "vitest";
import { answerOf, refusal, requestOf, success } from "../test/api-examples.ts";
import { failureOf } from "../test/failure-of.ts";
import { apiKey, impatientClient } from "../test/impatient-client.ts";
import { serve } from "../test/recording-server.ts";
import { closedBaseUrl } from "../test/socket-server.ts";
import type { Fetch } from "./configuration.ts";
import { keyHeader } from "./generated/constants.ts";
import type { SendRequest } from "./generated/operations.ts";
import type { Middleware } from "./middleware.ts";

const request = requestOf<SendRequest>("send");
const refusedElsewhere = () =>
  Object.assign(new Error("the database is gone"), { code: "ECONNREFUSED", syscall: "connect" });

describe("a middleware", () => {
  test("goes around what comes after it, the first one outermost", async () => {
    const { baseUrl } = await serve(success("send"));
    const order: string[] = [];
    const named =
      (name: string): Middleware =>
      async (request, next) => {
        order.push(`${name} before`);
        const response = await next(request);
        order.push(`${name} after`);
        return response;
      };
    const { client } = impatientClient({ baseUrl, middleware: ["a", "b", "c"].map(named) });
    await expect(client.send(request)).resolves.toEqual(answerOf("send"));
    expect(order).toEqual(["a before", "b before", "c before", "c after", "b after", "a after"]);
  });

  test("sees the request as it will be sent, and the answer as it came", async () => {
    const { baseUrl } = await serve(success("send"));
    const middleware: Middleware = async (request, next) => {
      expect(request.method).toBe(operations.send.method);
      expect(request.url).toBe(baseUrl + operations.send.path);
      expect(request.headers.get(keyHeader)).toBe(apiKey);
      expect(request.headers.get("content-type")).toBe("application/json");
      expect(await request.clone().json()).toEqual(requestOf("send"));
      const response = await next(request);
      expect(await response.clone().json()).toEqual(answerOf("send"));
      return response;
    };
    await impatientClient({ baseUrl, middleware: [middleware] }).client.send(request);
  });

  test("may change the request", async () => {
    const { baseUrl, arrived } = await serve(success("getBalance"));
    const add: Middleware = (request, next) => {
      request.headers.set("x-added", "1");
      return next(request);
    };
    const replace: Middleware = (request, next) => {
      const headers = { ...Object.fromEntries(request.headers), "x-replaced": "2" };
      return next(new Request(`${request.url}?extra`, { headers }));
    };
    await impatientClient({ baseUrl, middleware: [add, replace] }).client.getBalance();
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.target).toBe(`/v1${operations.getBalance.path}?extra`);
    expect(arrived[0]?.headers).toMatchObject({
      "x-added": "1",
      "x-replaced": "2",
      [keyHeader]: apiKey,
    });
  });

  test("may change the answer, or answer by itself", async () => {
    const { baseUrl, arrived } = await serve(success("getBalance"));
    const change: Middleware = async (request, next) => {
      const { credits } = (await (await next(request)).json()) as { credits: number };
      return Response.json({ credits: credits + 1 }, { status: 203 });
    };
    const { client } = impatientClient({ baseUrl, middleware: [change] });
    const { credits } = answerOf("getBalance") as { credits: number };
    expect(await client.getBalance().withResponse()).toMatchObject({
      data: { credits: credits + 1 },
      status: 203,
    });

    const answer: Middleware = async () => Response.json(answerOf("send"));
    const other = impatientClient({ baseUrl, middleware: [answer] }).client;
    await expect(other.send(request)).resolves.toEqual(answerOf("send"));
    expect(arrived).toHaveLength(1);
  });

  test("goes around every attempt anew", async () => {
    const { baseUrl, arrived } = await serve(
      refusal("RATE_LIMIT_EXCEEDED"),
      refusal("GATEWAY_ERROR"),
      success("send"),
    );
    const statuses: number[] = [];
    const middleware: Middleware = async (request, next) => {
      const response = await next(request);
      statuses.push(response.status);
      return response;
    };
    await impatientClient({ baseUrl, middleware: [middleware] }).client.send(request);
    expect(statuses).toEqual([429, 500, 200]);
    expect(arrived.map(({ body }) => body)).toEqual(Array(3).fill(JSON.stringify(request)));
  });
});

describe("passing on twice", () => {
  const twice: Middleware = async (request, next) => {
    await next(request.clone());
    return next(request);
  };
  const atOnce: Middleware = async (request, next) => {
    const [first] = await Promise.all([next(request.clone()), next(request)]);
    return first;
  };
  test.each([
    ["one after the other", twice],
    ["at once", atOnce],
  ])("a send, %s, is refused, and leaves it unknown", async (_, middleware) => {
    for (const around of [[], [((request, next) => next(request)) satisfies Middleware]]) {
      const { baseUrl, arrived } = await serve(success("send"));
      const { client } = impatientClient({ baseUrl, middleware: [...around, middleware] });
      const error = await failureOf(client.send(request));
      expect(error).toMatchObject({
        name: "SmsConnectionError",
        retryable: false,
        deliveryUnknown: true,
        cause: {
          name: "SmsConfigurationError",
          message: "A middleware must pass a send on only once: retries are up to maxRetries.",
        },
      });
      expect(arrived.filter(({ method }) => method === "POST").length).toBeLessThanOrEqual(1);
    }
  });

  test("a send that was limited is refused too: that is for maxRetries to repeat", async () => {
    const { baseUrl, arrived } = await serve(refusal("RATE_LIMIT_EXCEEDED"), success("send"));
    await failureOf(impatientClient({ baseUrl, middleware: [twice] }).client.send(request));
    expect(arrived).toHaveLength(1);
  });

  test("a read or a cancel is allowed", async () => {
    for (const id of ["getStatus", "cancelScheduled"] as const) {
      const { baseUrl, arrived } = await serve(refusal("NOT_FOUND"), success(id));
      const { client } = impatientClient({ baseUrl, middleware: [twice] });
      await expect(client[id]("1")).resolves.toEqual(answerOf(id));
      expect(arrived).toHaveLength(2);
    }
  });

  test("something else before the send, a token say, is allowed", async () => {
    const { baseUrl, arrived } = await serve(success("getBalance"), success("send"));
    const middleware: Middleware = async (request, next) => {
      await next(new Request(`${baseUrl}${operations.getBalance.path}`));
      return next(request);
    };
    const { client } = impatientClient({ baseUrl, middleware: [middleware] });
    await expect(client.send(request)).resolves.toEqual(answerOf("send"));
    expect(arrived.map(({ method }) => method)).toEqual(["GET", "POST"]);
  });

  test("something else after the send is allowed", async () => {
    const { baseUrl, arrived } = await serve(success("send"), success("getBalance"));
    const middleware: Middleware = async (request, next) => {
      const response = await next(request);
      await next(new Request(`${baseUrl}${operations.getBalance.path}`));
      return response;
    };
    const { client } = impatientClient({ baseUrl, middleware: [middleware] });
    await expect(client.send(request)).resolves.toEqual(answerOf("send"));
    expect(arrived).toHaveLength(2);
  });
});

describe("a middleware that throws", () => {
  test("before it passes a send on has sent nothing, so the send is repeated", async () => {
    const { baseUrl, arrived } = await serve(success("send"));
    let calls = 0;
    const middleware: Middleware = (request, next) => {
      if (++calls < 3) throw new Error("no token yet");
      return next(request);
    };
    const { client, waits } = impatientClient({ baseUrl, middleware: [middleware] });
    await expect(client.send(request)).resolves.toEqual(answerOf("send"));
    expect(arrived).toHaveLength(1);
    expect(waits).toHaveLength(2);
  });

  test("always, before it passes a send on, leaves nothing unknown", async () => {
    const { baseUrl, arrived } = await serve(success("send"));
    const middleware = [() => Promise.reject(new Error("no token"))];
    const error = await failureOf(impatientClient({ baseUrl, middleware }).client.send(request));
    expect(error).toMatchObject({
      name: "SmsConnectionError",
      retryable: true,
      deliveryUnknown: false,
    });
    expect(arrived).toEqual([]);
  });

  // The message was accepted: whatever the error looks like, a repetition would send it again.
  test.each([
    ["any error", () => new Error("no log")],
    ["an error of another connection", refusedElsewhere],
    [
      "an error around that of another connection",
      () => new Error("no log", { cause: refusedElsewhere() }),
    ],
  ])("after a send, with %s, leaves it unknown", async (_, fault) => {
    const { baseUrl, arrived } = await serve(success("send"));
    const middleware: Middleware = async (request, next) => {
      await next(request);
      throw fault();
    };
    const error = await failureOf(
      impatientClient({ baseUrl, middleware: [middleware] }).client.send(request),
    );
    expect(error).toMatchObject({
      name: "SmsConnectionError",
      retryable: false,
      deliveryUnknown: true,
    });
    expect(arrived).toHaveLength(1);
  });

  test("since another request after the send had no connection leaves it unknown", async () => {
    const { baseUrl, arrived } = await serve(success("send"));
    const nowhere = await closedBaseUrl();
    const middleware: Middleware = async (request, next) => {
      await next(request);
      return next(new Request(nowhere));
    };
    const error = await failureOf(
      impatientClient({ baseUrl, middleware: [middleware] }).client.send(request),
    );
    expect(error).toMatchObject({ retryable: false, deliveryUnknown: true });
    expect(arrived).toHaveLength(1);
  });

  test("since the send itself had no connection leaves nothing unknown", async () => {
    const middleware: Middleware = async (request, next) => {
      try {
        return await next(request);
      } catch (error) {
        throw new Error("wrapped", { cause: error });
      }
    };
    const { client, waits } = impatientClient({
      baseUrl: await closedBaseUrl(),
      middleware: [middleware],
    });
    expect(await failureOf(client.send(request))).toMatchObject({
      retryable: true,
      deliveryUnknown: false,
    });
    expect(waits).toHaveLength(2);
  });

  test("after a read has it repeated", async () => {
    const { baseUrl, arrived } = await serve(success("getBalance"));
    let calls = 0;
    const middleware: Middleware = async (request, next) => {
      const response = await next(request);
      if (++calls < 3) throw new Error("no log");
      return response;
    };
    await impatientClient({ baseUrl, middleware: [middleware] }).client.getBalance();
    expect(arrived).toHaveLength(3);
  });
});

describe("a middleware with a wrong answer", () => {
  test.each([
    ["nothing", async () => undefined as unknown as Response],
    [
      "a body that was read",
      async (request: Request, next: (request: Request) => Promise<Response>) => {
        const response = await next(request);
        await response.text();
        return response;
      },
    ],
  ])("%s fails the call", async (name, middleware) => {
    const { baseUrl, arrived } = await serve(success("send"));
    const error = await failureOf(
      impatientClient({ baseUrl, middleware: [middleware], maxRetries: 0 }).client.send(request),
    );
    expect(error).toMatchObject({
      name: "SmsConnectionError",
      deliveryUnknown: name !== "nothing",
    });
    expect(arrived).toHaveLength(name === "nothing" ? 0 : 1);
  });
});

describe("the deadline and the signal", () => {
  const endless: [string, Middleware, boolean][] = [
    ["before it passes the send on", () => new Promise(() => {}), false],
    [
      "after it",
      async (request, next) => {
        await next(request);
        return new Promise<Response>(() => {});
      },
      true,
    ],
  ];

  test.each(endless)(
    "of time end a middleware that takes too long %s",
    async (_, middleware, deliveryUnknown) => {
      const { baseUrl } = await serve(success("send"));
      const { client } = impatientClient({
        baseUrl,
        middleware: [middleware],
        timeout: 300,
        maxRetries: 0,
      });
      expect(await failureOf(client.send(request))).toMatchObject({
        name: "SmsTimeoutError",
        deliveryUnknown,
      });
    },
  );

  test.each(endless)("of the user end a middleware %s", async (_, middleware, deliveryUnknown) => {
    const controller = new AbortController();
    const { baseUrl } = await serve(success("send"));
    const aborting: Middleware = (request, next) => {
      const response = middleware(request, async (passed) => {
        const answer = await next(passed);
        setImmediate(() => controller.abort());
        return answer;
      });
      if (!deliveryUnknown) setImmediate(() => controller.abort());
      return response;
    };
    const { client } = impatientClient({ baseUrl, middleware: [aborting] });
    const error = await failureOf(client.send(request, { signal: controller.signal }));
    expect(error).toMatchObject({ name: "SmsAbortError", deliveryUnknown });
  });

  test("reach the request's own signal", async () => {
    const controller = new AbortController();
    const reasons: unknown[] = [];
    const middleware: Middleware = (request) =>
      new Promise((_, reject) => {
        request.signal.addEventListener("abort", () => {
          reasons.push(request.signal.reason);
          reject(request.signal.reason);
        });
        controller.abort("enough");
      });
    const { client } = impatientClient({ middleware: [middleware] });
    await failureOf(client.send(request, { signal: controller.signal }));
    expect(reasons).toEqual(["enough"]);
  });
});

test("a fetch that was put in gets the request that the middleware passed on", async () => {
  const passed: [unknown, RequestInit | undefined][] = [];
  const fetch: Fetch = async (input, init) => {
    passed.push([input, init]);
    return Response.json(answerOf("send"));
  };
  const middleware: Middleware = (request, next) => next(request);
  await impatientClient({ fetch, middleware: [middleware] }).client.send(request);
  expect(passed).toEqual([
    [expect.any(Request), { redirect: "manual", cache: "no-store", keepalive: false }],
  ]);
  expect(inspect(passed[0]?.[0])).toContain(operations.send.path);
});
