import { baseUrl, keyPrefixes, plans } from "@getclickmedia/sms-types";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import manifest from "../package.json" with { type: "json" };
import type { RequestOptions } from "./call.ts";
import { configure, configureCall, type SmsClientOptions } from "./configuration.ts";
import { SmsConfigurationError } from "./errors.ts";
import { keyHeader } from "./generated/constants.ts";
import { sleep } from "./sleep.ts";

const { gcm_live_, gcm_test_ } = keyPrefixes;
const apiKey = `${gcm_test_.name}K3yThatNobodyMaySee`;
const liveKey = `${gcm_live_.name}K3yThatNobodyMaySee`;

beforeEach(() => {
  vi.stubEnv("GCM_API_KEY", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** Options as a program without types may give them. */
const configured = (options: object) => configure({ apiKey, ...options } as SmsClientOptions);

function refused(options: object, message: string): void {
  const run = () => configured(options);
  expect(run).toThrow(SmsConfigurationError);
  expect(run).toThrow(message);
  expect(run).not.toThrow("K3yThatNobodyMaySee");
}

describe("without options", () => {
  test("everything has its default", () => {
    expect(configure({ apiKey })).toEqual({
      apiKey,
      environment: gcm_test_.environment,
      baseUrl,
      timeout: 30_000,
      maxRetries: 2,
      maxRetryAfter: 60,
      recipientsPerRequest: Math.min(
        ...Object.values(plans).map((each) => each.recipientsPerRequest),
      ),
      headers: {
        accept: "application/json",
        "user-agent": `getclickmedia-sms-sdk/${manifest.version}`,
        [keyHeader]: apiKey,
      },
      fetch: undefined,
      middleware: [],
      sleep,
      transport: { redirect: "manual", cache: "no-store", keepalive: false },
      onRequest: undefined,
      onResponse: undefined,
      onRetry: undefined,
    });
  });

  test("an option that is given as undefined counts as not given", () => {
    vi.stubEnv("GCM_API_KEY", apiKey);
    const all = {
      apiKey: undefined,
      baseUrl: undefined,
      plan: undefined,
      timeout: undefined,
      maxRetries: undefined,
      maxRetryAfter: undefined,
      headers: undefined,
      fetch: undefined,
      middleware: undefined,
      sleep: undefined,
      allowLiveKeyInTests: undefined,
      dangerouslyAllowBrowser: undefined,
      onRequest: undefined,
      onResponse: undefined,
      onRetry: undefined,
    } satisfies Required<{ [Name in keyof SmsClientOptions]: undefined }>;
    expect(configure(all)).toEqual(configure({}));
  });

  test("functions are taken as they are", () => {
    const functions = {
      fetch: vi.fn(),
      middleware: [vi.fn()],
      sleep: vi.fn(),
      onRequest: vi.fn(),
      onResponse: vi.fn(),
      onRetry: vi.fn(),
    };
    expect(configured(functions)).toMatchObject(functions);
  });
});

describe("the key", () => {
  test.each(Object.values(keyPrefixes))("$name opens $environment", ({ name, environment }) => {
    const allowLiveKeyInTests = true;
    expect(configured({ apiKey: `${name}x`, allowLiveKeyInTests }).environment).toBe(environment);
    expect(configured({ apiKey: `${name}!~09azAZ`, allowLiveKeyInTests }).environment).toBe(
      environment,
    );
  });

  test.each([undefined, null])("comes from GCM_API_KEY where it is %j", (given) => {
    vi.stubEnv("GCM_API_KEY", apiKey);
    expect(configured({ apiKey: given })).toMatchObject({
      apiKey,
      headers: { [keyHeader]: apiKey },
    });
  });

  test("that is given comes before GCM_API_KEY", () => {
    vi.stubEnv("GCM_API_KEY", `${gcm_test_.name}other`);
    expect(configured({}).apiKey).toBe(apiKey);
  });

  test.each([undefined, null, ""])("is missed where it is %j", (given) => {
    refused({ apiKey: given }, "No API key: pass apiKey, or set GCM_API_KEY.");
  });

  test("that is empty is not replaced by GCM_API_KEY", () => {
    vi.stubEnv("GCM_API_KEY", apiKey);
    refused({ apiKey: "" }, "No API key");
  });

  test("is missed where GCM_API_KEY is empty or may not be read", () => {
    vi.stubEnv("GCM_API_KEY", "");
    expect(() => configure({})).toThrow("No API key");
    const env = new Proxy({}, { get: () => expect.fail("Requires env access") });
    vi.stubGlobal("process", { env });
    expect(() => configure({})).toThrow("No API key");
  });

  test.each([
    ["another prefix", `x${apiKey}`],
    ["no prefix", "K3yThatNobodyMaySee"],
    ["a prefix in another case", apiKey.toUpperCase()],
    ["only the prefix", gcm_test_.name],
    ["a space before", ` ${apiKey}`],
    ["a space behind", `${apiKey} `],
    ["a space inside", `${gcm_test_.name}K3yThat NobodyMaySee`],
    ["a line break behind, as a file has it", `${apiKey}\n`],
    ["a line before", `x\n${apiKey}`],
    ["a header behind", `${apiKey}\r\nx-other: 1`],
    ["a control character", `${apiKey}\u0000`],
    ["a delete character", `${apiKey}\u007f`],
    ["a letter that is not ASCII", `${apiKey}é`],
    ["a letter that only looks like one", apiKey.replace("K", "\u212a")],
    ["bytes", new TextEncoder().encode(apiKey)],
    ["a list", [apiKey]],
    ["an object that becomes a key as text", { toString: () => apiKey }],
    ["an object that becomes no text", Object.create(null)],
    ["a symbol", Symbol(apiKey)],
    ["a number", 42],
  ])("with %s is refused", (_, key) => {
    refused(
      { apiKey: key },
      `The API key must begin with ${Object.keys(keyPrefixes).join(" or ")}, without spaces or line breaks.`,
    );
  });
});

describe("a live key where NODE_ENV is test", () => {
  test("is refused, since messages would be charged", () => {
    vi.stubEnv("NODE_ENV", "test");
    const message =
      "NODE_ENV is test, but the API key is a live one: use a test key, or set allowLiveKeyInTests.";
    refused({ apiKey: liveKey }, message);
    refused({ apiKey: liveKey, allowLiveKeyInTests: false }, message);
    vi.stubEnv("GCM_API_KEY", liveKey);
    refused({ apiKey: undefined }, message);
  });

  test("is taken on request", () => {
    vi.stubEnv("NODE_ENV", "test");
    expect(configured({ apiKey: liveKey, allowLiveKeyInTests: true }).environment).toBe(
      gcm_live_.environment,
    );
  });

  test.each([undefined, "", "production", "testing", "development"])(
    "is taken where it is %j",
    (value) => {
      vi.stubEnv("NODE_ENV", value);
      expect(configured({ apiKey: liveKey }).environment).toBe(gcm_live_.environment);
    },
  );

  test("is taken in a runtime that lets nobody read it", () => {
    vi.stubGlobal("process", undefined);
    expect(configured({ apiKey: liveKey }).environment).toBe(gcm_live_.environment);
  });
});

describe("in a browser", () => {
  test("a client is refused, since everyone could read the key", () => {
    vi.stubGlobal("document", {});
    vi.stubGlobal("process", undefined);
    refused({}, "In a browser everyone can read the API key");
    refused({ dangerouslyAllowBrowser: false }, "use a server, or set dangerouslyAllowBrowser.");
  });

  test("a client is made on request", () => {
    vi.stubGlobal("document", {});
    vi.stubGlobal("process", undefined);
    expect(configured({ dangerouslyAllowBrowser: true }).environment).toBe(gcm_test_.environment);
  });
});

describe("baseUrl", () => {
  test.each([
    ["https://host", "https://host"],
    ["https://host/", "https://host"],
    ["https://host/v1", "https://host/v1"],
    ["https://host/v1/", "https://host/v1"],
    ["https://host/v1///", "https://host/v1"],
    ["https://host//v1", "https://host//v1"],
    ["https://host:8443/v1", "https://host:8443/v1"],
    ["https://host:443/v1", "https://host/v1"],
    ["HTTPS://HOST/V1", "https://host/V1"],
    ["https://bücher.example/v1", "https://xn--bcher-kva.example/v1"],
    ["https://host/a/../v1", "https://host/v1"],
    ["https://127.0.0.1.evil.com/v1", "https://127.0.0.1.evil.com/v1"],
    [" https://host/v1\n", "https://host/v1"],
  ])("%j is %s", (given, url) => {
    expect(configured({ baseUrl: given }).baseUrl).toBe(url);
  });

  test("may be an object that is a URL", () => {
    expect(configured({ baseUrl: new URL("https://host/v1/") }).baseUrl).toBe("https://host/v1");
  });

  test.each([
    ["http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"],
    ["http://127.0.0.1", "http://127.0.0.1"],
    ["http://127.1:8080/v1", "http://127.0.0.1:8080/v1"],
    ["http://127.255.255.254/v1", "http://127.255.255.254/v1"],
    ["http://2130706433/v1", "http://127.0.0.1/v1"],
    ["http://0x7f.1/v1", "http://127.0.0.1/v1"],
    ["http://localhost:8080/v1", "http://localhost:8080/v1"],
    ["http://LocalHost/v1", "http://localhost/v1"],
    ["http://[::1]:8080/v1", "http://[::1]:8080/v1"],
    ["http://[0:0:0:0:0:0:0:1]/v1", "http://[::1]/v1"],
  ])("this machine may be called without TLS: %s", (given, url) => {
    expect(configured({ baseUrl: given }).baseUrl).toBe(url);
  });

  test.each([
    "http://host/v1",
    baseUrl.replace("https:", "http:"),
    "http://127.0.0.1.evil.com/v1",
    "http://127.0.0.1.evil.com:8080/v1",
    "http://evil.com/127.0.0.1",
    "http://127-0-0-1.evil.com",
    "http://localhost.evil.com/v1",
    "http://evil-localhost/v1",
    "http://127.evil.com/v1",
    "http://128.0.0.1/v1",
    "http://0.0.0.0/v1",
    "http://10.0.0.1/v1",
    "http://[::2]/v1",
    "http://[::1:1]/v1",
    "http://[::ffff:10.0.0.1]/v1",
    "http://127.0.0.1@evil.com/v1",
    "http://localhost:80@evil.com/v1",
    "ftp://127.0.0.1/v1",
    "ftp://evil.com/https://host/v1",
    "http://evil.com/http://127.0.0.1/v1",
    "ws://localhost/v1",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/plain,v1",
    "localhost:8080/v1",
  ])("%s is refused, since it would show the key", (given) => {
    refused(
      { baseUrl: given },
      "baseUrl must be like https://host/v1, without user, password, ? or #; http:// is for this machine only.",
    );
  });

  test.each([
    "https://user@host/v1",
    "https://user:secret@host/v1",
    "https://:secret@host/v1",
    "http://user@localhost/v1",
    "https://host/v1?",
    "https://host/v1?version=1",
    "https://host/v1#",
    "https://host/v1#top",
  ])("%s is refused, since no path can follow it", (given) => {
    refused(
      { baseUrl: given },
      "baseUrl must be like https://host/v1, without user, password, ? or #; http:// is for this machine only.",
    );
    expect(() => configured({ baseUrl: given })).not.toThrow("secret");
  });

  test.each([
    "",
    "host",
    "/v1",
    "//host/v1",
    "https://",
    "https:///",
    "http://127.0.0.1.5/v1",
    "http://[::1",
    "https://host:99999/v1",
    baseUrl.replace("https://", ""),
    42,
    {},
  ])("%j is refused, since it is no URL", (given) => {
    refused(
      { baseUrl: given },
      "baseUrl must be like https://host/v1, without user, password, ? or #; http:// is for this machine only.",
    );
  });
});

describe("limits", () => {
  test.each([
    [
      "timeout",
      [1, 1.5, 30_000, Infinity],
      [0, 0.5, -1, Number.NaN, -Infinity, "1000", null, [], 1n],
      "timeout must be a number, 1 or more.",
    ],
    [
      "maxRetries",
      [0, 1, 100],
      [-1, 0.5, Infinity, Number.NaN, "2", null, true, 1n],
      "maxRetries must be a whole number, 0 or more.",
    ],
    [
      "maxRetryAfter",
      [0, 0.5, 60, Infinity],
      [-1, -0.5, Number.NaN, "60", null, [], 1n],
      "maxRetryAfter must be a number, 0 or more.",
    ],
  ])("%s", (name, good, bad, message) => {
    const settings = configure({ apiKey });
    for (const value of good) {
      expect(configured({ [name]: value })).toHaveProperty(name, value);
      expect(configureCall(settings, { [name]: value })).toHaveProperty(name, value);
    }
    for (const value of bad) {
      refused({ [name]: value }, message);
      expect(() => configureCall(settings, { [name]: value })).toThrow(
        new SmsConfigurationError(message),
      );
    }
  });

  test.each([
    "Connection",
    "content-encoding",
    "content-length",
    "EXPECT",
    "keep-alive",
    "transfer-encoding",
    "Upgrade",
  ])("cannot say how the request is sent, as %s does", (name) => {
    refused({ headers: { [name]: "1" } }, "headers must have names and values that HTTP leaves");
    expect(() => configureCall(configured({}), { headers: { [name]: "1" } })).toThrow(
      SmsConfigurationError,
    );
  });

  test.each(["upgrade-insecure-requests", "x-connection", "expect-ct"])(
    "may be like one that says so, as %s",
    (name) => {
      expect(configured({ headers: { [name]: "1" } }).headers).toMatchObject({ [name]: "1" });
    },
  );

  test("of a call come before those of the client, one by one", () => {
    const settings = configure({ apiKey, timeout: 1, maxRetries: 1, maxRetryAfter: 1 });
    expect(configureCall(settings, {})).toEqual(settings);
    expect(configureCall(settings, { timeout: 9 })).toEqual({ ...settings, timeout: 9 });
    expect(configureCall(settings, { maxRetries: 0 })).toEqual({ ...settings, maxRetries: 0 });
    expect(configureCall(settings, { maxRetryAfter: 0 })).toEqual({
      ...settings,
      maxRetryAfter: 0,
    });
    const undefinedOptions = {
      timeout: undefined,
      maxRetries: undefined,
      maxRetryAfter: undefined,
      headers: undefined,
      signal: undefined,
    };
    expect(configureCall(settings, undefinedOptions)).toEqual(settings);
  });
});

describe("plan", () => {
  test.each(Object.values(plans))(
    "$name allows its recipients",
    ({ name, recipientsPerRequest }) => {
      expect(configured({ plan: name })).toMatchObject({ recipientsPerRequest });
    },
  );

  test.each(["Other", "starter", "", "constructor", "toString", "__proto__", 1000, {}])(
    "%j is refused with what there is",
    (plan) => {
      refused({ plan }, `plan must be one of ${Object.keys(plans).join(", ")}.`);
    },
  );
});

describe("headers", () => {
  const own = {
    accept: "application/json",
    "user-agent": `getclickmedia-sms-sdk/${manifest.version}`,
    [keyHeader]: apiKey,
  };

  test("stand beside those of the SDK, in lower case", () => {
    const { headers } = configured({ headers: { "X-Trace": "1", traceparent: "2" } });
    expect(headers).toEqual({ ...own, "x-trace": "1", traceparent: "2" });
  });

  test.each(["accept", "user-agent", keyHeader])("cannot replace %s in any letter case", (name) => {
    for (const spelt of [
      name,
      name.toUpperCase(),
      name.replace(/\b\w/g, (letter) => letter.toUpperCase()),
    ]) {
      const headers = { [spelt]: "other" };
      expect(configured({ headers }).headers).toEqual(own);
      expect(configureCall(configured({}), { headers }).headers).toEqual(own);
    }
  });

  test("of a call come before those of the client, whatever their letter case", () => {
    const settings = configured({ headers: { "X-Trace": "client", "x-other": "client" } });
    const { headers } = configureCall(settings, {
      headers: { "x-TRACE": "call", "x-third": "call" },
    });
    const expected = { ...own, "x-trace": "call", "x-other": "client", "x-third": "call" };
    expect(headers).toEqual(expected);
    expect(settings.headers["x-trace"]).toBe("client");
  });

  test.each([
    ["a line break in a value", { "x-trace": "1\r\nx-other: 2" }],
    ["a letter beyond Latin-1 in a value", { "x-trace": "मे" }],
    ["a space in a name", { "x trace": "1" }],
    ["no name", { "": "1" }],
  ])("with %s are refused", (_, headers) => {
    const message = "headers must have names and values that HTTP leaves to the caller.";
    refused({ headers }, message);
    expect(() => configureCall(configured({}), { headers })).toThrow(
      new SmsConfigurationError(message),
    );
  });
});

test.each([
  ["a fetch", { fetch: "https://host" as never }],
  ["middleware", { middleware: (() => {}) as never }],
])("%s that is none is refused before it can fail a send", (_, options) => {
  refused(options, "fetch must be a function, and middleware a list of them.");
});

test.each([{}, new AbortController(), "soon"])("%o is no signal of a call", (signal) => {
  const options = { signal } as unknown as RequestOptions;
  expect(() => configureCall(configured({}), options)).toThrow("signal must be an AbortSignal.");
});
