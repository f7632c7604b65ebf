import type { RequestOptions } from "./call.ts";
import { SmsConfigurationError } from "./errors.ts";
import {
  baseUrl,
  environments,
  keyHeader,
  recipientsPerRequest,
  smallestPlan,
  version,
} from "./generated/constants.ts";
import type { Hooks } from "./hooks.ts";
import type { Middleware } from "./middleware.ts";
import { isBrowser, variable } from "./runtime.ts";
import { type Sleep, sleep } from "./sleep.ts";

/** What a key opens: real messages that are charged, or simulated ones. */
export type Environment = (typeof environments)[keyof typeof environments];

/** A documented plan. */
export type Plan = keyof typeof recipientsPerRequest;

/** The part of `fetch` that the client uses. */
export type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** Options of a client. */
export interface SmsClientOptions extends Hooks, Omit<RequestOptions, "signal"> {
  /** The API key. By default the environment variable `GCM_API_KEY`. */
  apiKey?: string | undefined;
  /**
   * Where the API is, with its version: for tests that of a mock or a sandbox. Plain HTTP is for this
   * machine only.
   * @defaultValue `https://api.getclickmedia.com/v1`
   */
  baseUrl?: string | undefined;
  /**
   * The plan of the account, which says how many recipients one call of `sendBulk` may have. By default the
   * smallest, which fits every account.
   */
  plan?: Plan | undefined;
  /** Makes the requests, one for each call and without retries of its own. By default the runtime's `fetch`. */
  fetch?: Fetch | undefined;
  /** Goes around every attempt, the first one outermost. */
  middleware?: readonly Middleware[] | undefined;
  /** Waits between attempts and between polls. A test may replace it, so as not to wait. */
  sleep?: Sleep | undefined;
  /** Lets a live key be used where `NODE_ENV` is `test`. */
  allowLiveKeyInTests?: boolean | undefined;
  /** Lets the client run in a browser, where everyone who opens the page can read the key. */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** How long a call may take, and how often it is repeated. */
interface Limits {
  timeout: number;
  maxRetries: number;
  maxRetryAfter: number;
}

/** The options of a client, checked and complete. */
export interface Settings extends Hooks, Limits {
  apiKey: string;
  environment: Environment;
  baseUrl: string;
  recipientsPerRequest: number;
  headers: Record<string, string>;
  headersWithBody: Record<string, string>;
  fetch: Fetch | undefined;
  middleware: readonly Middleware[];
  sleep: Sleep;
}

const defaults: Limits = { timeout: 30_000, maxRetries: 2, maxRetryAfter: 60 };

/** Plain HTTP is allowed to these hosts only, as `URL` writes them. */
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Checks the options of a client and fills in the defaults.
 * @throws SmsConfigurationError that says what is wrong and what to do. It never shows the key.
 */
export function configure(options: SmsClientOptions): Settings {
  const { dangerouslyAllowBrowser, allowLiveKeyInTests, headers, middleware = [] } = options;
  const { onRequest, onResponse, onRetry } = options;
  if (isBrowser() && !dangerouslyAllowBrowser)
    throw new SmsConfigurationError(
      "In a browser everyone can read the API key: use a server, or set dangerouslyAllowBrowser.",
    );
  const apiKey = options.apiKey ?? variable("GCM_API_KEY");
  if (!apiKey) throw new SmsConfigurationError("No API key: pass apiKey, or set GCM_API_KEY.");
  const environment = environmentOf(apiKey);
  if (environment === "live" && !allowLiveKeyInTests && variable("NODE_ENV") === "test")
    throw new SmsConfigurationError(
      "NODE_ENV is test, but the API key is a live one: use a test key, or set allowLiveKeyInTests.",
    );
  if (typeof (options.fetch ?? fetch) !== "function" || !Array.isArray(middleware))
    throw new SmsConfigurationError("fetch must be a function, and middleware a list of them.");
  return {
    ...limitsOf(options, defaults),
    apiKey,
    environment,
    baseUrl: checkBaseUrl(options.baseUrl ?? baseUrl),
    recipientsPerRequest: recipientsOf(options.plan ?? smallestPlan),
    ...withHeaders(apiKey, {}, headers),
    fetch: options.fetch,
    middleware,
    sleep: options.sleep ?? sleep,
    onRequest,
    onResponse,
    onRetry,
  };
}

/**
 * The options of one call over those of the client.
 * @throws SmsConfigurationError when one of them is out of its range.
 */
export function configureCall(settings: Settings, options: RequestOptions): Settings {
  if (options.signal && !("aborted" in options.signal))
    throw new SmsConfigurationError("signal must be an AbortSignal.");
  return {
    ...settings,
    ...limitsOf(options, settings),
    ...withHeaders(settings.apiKey, settings.headers, options.headers),
  };
}

function environmentOf(apiKey: unknown): Environment {
  const known = Object.entries(environments).find(
    ([prefix]) => typeof apiKey === "string" && new RegExp(`^${prefix}[!-~]+$`).test(apiKey),
  );
  if (known) return known[1];
  const prefixes = Object.keys(environments).join(" or ");
  throw new SmsConfigurationError(
    `The API key must begin with ${prefixes}, without spaces or line breaks.`,
  );
}

function recipientsOf(plan: Plan): number {
  if (Object.hasOwn(recipientsPerRequest, plan)) return recipientsPerRequest[plan];
  const plans = Object.keys(recipientsPerRequest).join(", ");
  throw new SmsConfigurationError(`plan must be one of ${plans}.`);
}

function checkBaseUrl(text: string): string {
  const { protocol, hostname, username, password, href } = parseUrl(text);
  if (protocol !== "https:" && !(protocol === "http:" && loopback.test(hostname)))
    throw new SmsConfigurationError(
      "baseUrl must begin with https://, or for this machine with http://.",
    );
  if (username || password || /[?#]/.test(href))
    throw new SmsConfigurationError("baseUrl must have no user, password, ? or #.");
  return href.replace(/\/+$/, "");
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new SmsConfigurationError("baseUrl must be a URL, as https://host/v1.");
  }
}

function limitsOf(options: RequestOptions, otherwise: Limits): Limits {
  const {
    timeout = otherwise.timeout,
    maxRetries = otherwise.maxRetries,
    maxRetryAfter = otherwise.maxRetryAfter,
  } = options;
  if (!(isNumber(timeout) && timeout > 0))
    throw new SmsConfigurationError("timeout must be more than 0 milliseconds.");
  if (!(Number.isInteger(maxRetries) && maxRetries >= 0))
    throw new SmsConfigurationError("maxRetries must be 0 or a whole number above it.");
  if (!(isNumber(maxRetryAfter) && maxRetryAfter >= 0))
    throw new SmsConfigurationError("maxRetryAfter must be 0 seconds or more.");
  return { timeout, maxRetries, maxRetryAfter };
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

/** Adds headers to those that there are; none can replace those of the SDK. */
function withHeaders(
  apiKey: string,
  present: Record<string, string>,
  added: Record<string, string> | undefined,
): Pick<Settings, "headers" | "headersWithBody"> {
  try {
    const headers = {
      ...present,
      // `Headers` brings all names to lower case, so that none of them can stand beside one of ours.
      ...(added && Object.fromEntries(new Headers(added))),
      accept: "application/json",
      "user-agent": `getclickmedia-sms-sdk/${version}`,
      [keyHeader]: apiKey,
    };
    return { headers, headersWithBody: { ...headers, "content-type": "application/json" } };
  } catch {
    throw new SmsConfigurationError("headers must have names and values that HTTP allows.");
  }
}
