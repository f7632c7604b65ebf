import { MalformedRequest, type Wire } from "./wire.ts";

/** The request line and the headers of a request. */
export interface RequestHead {
  method: string;
  /** The path with its query. */
  target: string;
  /** Names in lower case, in the order in which they came. */
  headers: [name: string, value: string][];
  /** How much follows: so many bytes, or chunks. */
  body: number | "chunked";
  /** Whether the client waits for `100 Continue` before it sends the body. */
  expectsContinue: boolean;
  /** Whether the client lets the connection be used for another request. */
  keepAlive: boolean;
}

const longestHead = 64 * 1024;
const longestChunkLine = 1024;
const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const requestLine = new RegExp(`^(${token}) (\\S+) HTTP/1\\.([01])$`);
// Of the control characters, a value holds the tab alone (RFC 9110, 5.5).
const headerLine = new RegExp(`^(${token}):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*?)[ \t]*$`);

/**
 * Reads a request up to its body.
 * @throws MalformedRequest when it is not HTTP/1.1, or when the length of its body could be read in two ways.
 */
export async function readHead(wire: Wire): Promise<RequestHead> {
  let left = longestHead;
  const nextLine = async () => {
    const line = await wire.readLine(left);
    left -= line.length + 2;
    return line;
  };

  let first = await nextLine();
  while (first === "") first = await nextLine();
  const [, method, target, minor] = requestLine.exec(first) ?? [];
  if (!method || !target) throw new MalformedRequest("The request line is malformed.");

  const headers: RequestHead["headers"] = [];
  for (let line = await nextLine(); line !== ""; line = await nextLine()) {
    const [, name, value] = headerLine.exec(line) ?? [];
    if (name === undefined || value === undefined)
      throw new MalformedRequest("A header is malformed.");
    headers.push([name.toLowerCase(), value]);
  }

  const isHttp10 = minor === "0";
  const connection = listOf(headers, "connection");
  return {
    method,
    // A target may be a whole address (RFC 9112, 3.2.2).
    target: target.replace(/^https?:\/\/[^/?#]*/i, ""),
    headers,
    body: framingOf(headers, isHttp10),
    expectsContinue: listOf(headers, "expect").includes("100-continue"),
    keepAlive: isHttp10 ? false : !connection.includes("close"),
  };
}

/** Reads the body and forgets it. Resolves with its length in bytes, without what chunks add to it. */
export async function readBody(wire: Wire, body: RequestHead["body"]): Promise<number> {
  if (body !== "chunked") {
    await wire.skip(body);
    return body;
  }
  let length = 0;
  for (;;) {
    const [, digits] =
      /^([0-9a-f]{1,8})[ \t]*(?:;.*)?$/i.exec(await wire.readLine(longestChunkLine)) ?? [];
    if (digits === undefined) throw new MalformedRequest("The size of a chunk is malformed.");
    const size = Number.parseInt(digits, 16);
    if (size === 0) break;
    await wire.skip(size);
    length += size;
    if ((await wire.readLine(longestChunkLine)) !== "")
      throw new MalformedRequest("A chunk is longer than its size.");
  }
  while ((await wire.readLine(longestHead)) !== "");
  return length;
}

/** RFC 9112, 6.3. What could be read in two ways is refused: one of them would hide a request. */
function framingOf(headers: RequestHead["headers"], isHttp10: boolean): RequestHead["body"] {
  const lengths = new Set(listOf(headers, "content-length"));
  const encodings = listOf(headers, "transfer-encoding");
  if (encodings.length > 0) {
    if (lengths.size > 0 || isHttp10 || encodings.join() !== "chunked")
      throw new MalformedRequest("The transfer encoding is none but chunked alone.");
    return "chunked";
  }
  const [length = "0", ...others] = lengths;
  if (others.length > 0 || !/^\d{1,15}$/.test(length))
    throw new MalformedRequest("The content length is no single number.");
  return Number(length);
}

/** The members of a header whose value is a list, in lower case. */
function listOf(headers: RequestHead["headers"], name: string): string[] {
  return headers
    .filter(([each]) => each === name)
    .flatMap(([, value]) => value.split(","))
    .map((member) => member.trim().toLowerCase());
}
