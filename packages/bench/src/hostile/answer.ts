/** An answer as it came over the wire, whole. */
export interface Answer {
  status: number;
  /** Names are in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

/** How a request ended: with all its answers, by a cut connection, or in silence until we gave up. */
export interface Outcome {
  answers: Answer[];
  end: "answered" | "cut" | "silent";
}

/**
 * Reads the answers out of the bytes of a connection.
 * @param isHead whether the request at an index was a HEAD, whose answer has no body.
 */
export function answersIn(bytes: Buffer, isHead: (index: number) => boolean): Answer[] {
  const answers: Answer[] = [];
  let rest = bytes;
  for (;;) {
    const headEnd = rest.indexOf("\r\n\r\n");
    if (headEnd < 0) return answers;
    const [statusLine = "", ...lines] = rest.subarray(0, headEnd).toString("latin1").split("\r\n");
    const status = Number(statusLine.split(" ")[1]);
    const headers = Object.fromEntries(
      lines.map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    );
    rest = rest.subarray(headEnd + 4);
    if (status < 200) continue;
    const hasBody = !isHead(answers.length) && status !== 204;
    const length = hasBody ? Number(headers["content-length"] ?? rest.length) : 0;
    if (rest.length < length) return answers;
    answers.push({ status, headers, body: rest.subarray(0, length) });
    rest = rest.subarray(length);
  }
}
