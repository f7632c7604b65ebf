import { errorCodes } from "@getclickmedia/sms-types";

/** An answer before it is written. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface Encoding {
  /** Whether to tell the client that the connection ends with this answer. */
  closing?: boolean;
  /** The headers that say where the body ends, instead of its length. */
  framing?: Record<string, string>;
}

/** What comes before the body of an answer, with the empty line. */
export function headOf(
  { status, headers, body }: Answer,
  { closing = false, framing }: Encoding = {},
): string {
  const length = status === 204 ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const all = { ...headers, ...(framing ?? length), ...(closing ? { connection: "close" } : {}) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} \r\n${lines.join("")}\r\n`;
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(value),
  };
}

/** A page as a proxy in front of the API answers it. */
export function html(status: number, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { "content-type": "text/html", ...headers },
    body: `<!doctype html><html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`,
  };
}

/**
 * Whether an answer says that nothing was accepted: a redirect, a fault of the request, or GATEWAY_ERROR
 * with the status that it is documented with. A 408 or 499 without a code does not: something on the way gave up
 * waiting, and the server behind it may not have.
 */
export function isRefusal({ status, body }: Answer): boolean {
  const code = codeOf(body);
  if (status === 408 || status === 499) return code !== undefined;
  if (status >= 300 && status < 500) return true;
  const { name, status: documented } = errorCodes.GATEWAY_ERROR;
  return status === documented && code === name;
}

function codeOf(body: string): unknown {
  try {
    return JSON.parse(body)?.error?.code;
  } catch {
    return undefined;
  }
}
