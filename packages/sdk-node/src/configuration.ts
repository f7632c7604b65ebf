import type { RequestOptions } from "./call.ts";
import { checkNumbers } from "./check-numbers.ts";
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
import { isBrowser, isNode, variable } from "./runtime.ts";
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
  fetch: Fetch | undefined;
  middleware: readonly Middleware[];
  sleep: Sleep;
  /** How every request is made, whatever a middleware made of it. It changes as the client gets to know the API. */
  transport: RequestInit;
  /** Ends the waits between attempts, and never an attempt. */
  patience?: AbortSignal | undefined;
}

const defaults: Limits = { timeout: 30_000, maxRetries: 2, maxRetryAfter: 60 };

/** HTTPS, or plain HTTP to this machine, and nothing but a host and a path: as `URL` writes an address. */
const safeUrl =
  /^(https:\/\/[^/@]+|http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?)\/[^?#]*$/;

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
    headers: withHeaders(apiKey, {}, headers),
    fetch: options.fetch,
    middleware,
    sleep: options.sleep ?? sleep,
    transport: {
      // A redirect would take the key along.
      redirect: "manual",
      // Next.js answers out of a cache, even a POST, unless it is told not to. Older Workers throw when they are told.
      ...(isNode() && { cache: "no-store" }),
      // Bun re-sends a request whose reused connection turns out to be closed. This makes it use a new one.
      keepalive: false,
    },
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
  if (options.signal && options.signal.aborted === undefined)
    throw new SmsConfigurationError("signal must be an AbortSignal.");
  return {
    ...settings,
    ...limitsOf(options, settings),
    headers: withHeaders(settings.apiKey, settings.headers, options.headers),
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
  const href = URL.canParse(text) ? new URL(text).href : "";
  if (safeUrl.test(href)) return href.replace(/\/+$/, "");
  throw new SmsConfigurationError(
    "baseUrl must be like https://host/v1, without user, password, ? or #; http:// is for this machine only.",
  );
}

function limitsOf(options: RequestOptions, otherwise: Limits): Limits {
  const {
    timeout = otherwise.timeout,
    maxRetries = otherwise.maxRetries,
    maxRetryAfter = otherwise.maxRetryAfter,
  } = options;
  checkNumbers(1, { timeout });
  checkNumbers(0, { maxRetryAfter });
  checkNumbers(0, { maxRetries }, true);
  return { timeout, maxRetries, maxRetryAfter };
}

/** Headers that say how a request is sent, which is the runtime's to decide: it fails at others than its own. */
const transportHeaders =
  /^(connection|content-(encoding|length)|expect|keep-alive|transfer-encoding|upgrade)$/;

/** Adds headers to those that there are; none can replace those of the SDK. */
function withHeaders(
  apiKey: string,
  present: Record<string, string>,
  added: Record<string, string> | undefined,
): Record<string, string> {
  try {
    // `Headers` brings all names to lower case, so that none of them can stand beside one of ours.
    const more = Object.fromEntries(new Headers(added));
    if (Object.keys(more).some((name) => transportHeaders.test(name))) throw added;
    return {
      ...present,
      ...more,
      accept: "application/json",
      "user-agent": `getclickmedia-sms-sdk/${version}`,
      [keyHeader]: apiKey,
    };
  } catch {
    throw new SmsConfigurationError(
      "headers must have names and values that HTTP leaves to the caller.",
    );
  }
}
