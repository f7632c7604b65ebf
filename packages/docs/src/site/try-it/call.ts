import { curlSample, type JsonObject } from "@getclickmedia/sms-code-samples";

/** A call as a form describes it. */
export interface Call {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** What a reader has filled in. */
export interface Filled {
  method: string;
  /** As `/sms/status/{messageId}`. */
  path: string;
  keyHeader: string;
  server: string;
  apiKey: string;
  parameters: Record<string, string>;
  /** JSON, or nothing where the operation has no body. */
  body?: string;
  /** The status to ask the mock for. */
  prefer?: string;
}

/**
 * The call that a form describes. It is sent as it is filled in, mistakes of the API's kind included: its
 * answer to them is worth seeing.
 * @throws Error with a line for the reader where nothing can or should be sent.
 */
export function callOf(filled: Filled): Call {
  const { method, path, keyHeader, apiKey, parameters, body, prefer } = filled;
  if (!/^[\x21-\x7e]*$/.test(apiKey)) {
    throw new Error("The key has a character that no header can carry. Write it anew.");
  }
  return {
    method,
    url: localBase(filled.server) + filledPath(path, parameters),
    headers: {
      [keyHeader]: apiKey,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(prefer && { prefer: `code=${prefer}` }),
    },
    ...(body !== undefined && { body: checkedJson(body) }),
  };
}

/** Whether an address is on this machine: the only place that the key of a form may go to. */
export function isLocal({ protocol, hostname }: URL): boolean {
  return protocol === "http:" && ["127.0.0.1", "localhost"].includes(hostname);
}

/** The same call for a terminal; it reads the key from the environment. */
export function asCurl(filled: Filled): string {
  const { keyHeader, path, parameters, server, method, body, prefer } = filled;
  return curlSample({
    method,
    url: localBase(server) + filledPath(path, parameters),
    keyHeader,
    ...(prefer && { headers: { prefer: `code=${prefer}` } }),
    ...(body !== undefined && {
      body: { mediaType: "application/json", value: JSON.parse(checkedJson(body)) as JsonObject },
    }),
  });
}

function localBase(server: string): string {
  const url = URL.parse(server.trim());
  if (!url || !isLocal(url)) {
    throw new Error(
      "This page only calls servers on your own machine: write an address such as http://127.0.0.1:4020/v1.",
    );
  }
  if (url.username || url.password || /[?#]/.test(url.href)) {
    throw new Error(
      "An address ends with its path: leave out what follows ? or #, and any user name.",
    );
  }
  return url.href.replace(/\/+$/, "");
}

function filledPath(path: string, parameters: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name]?.trim();
    if (!value) throw new Error(`Fill in ${name}.`);
    // In an address these two are no names but steps, even when they are escaped.
    if (value === "." || value === "..") throw new Error(`${name} cannot be ${value}`);
    return encodeURIComponent(value);
  });
}

function checkedJson(body: string): string {
  try {
    JSON.parse(body);
  } catch (error) {
    throw new Error(
      `The body is not JSON: ${(error as Error).message}. Correct it and send again.`,
    );
  }
  return body;
}
