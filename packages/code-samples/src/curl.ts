import { keyVariable, type SampleRequest } from "./request.ts";

export interface CurlRequest extends SampleRequest {
  /** Headers beside those of the key and the body. */
  headers?: Record<string, string>;
}

/** A call for a POSIX shell with curl 7.76 or later, which knows `--fail-with-body`. */
export function curlSample({ method, url, keyHeader, headers = {}, body }: CurlRequest): string {
  const options = [
    "curl --silent --show-error --fail-with-body",
    `--request ${method} ${quoted(url)}`,
    `--header "${keyHeader}: $${keyVariable}"`,
    ...Object.entries(headers).map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    ...(body
      ? [
          `--header ${quoted(`content-type: ${body.mediaType}`)}`,
          `--data ${quoted(JSON.stringify(body.value, null, 2))}`,
        ]
      : []),
  ];
  return `# On an error curl exits with 22 and prints
# the body: decide on its error.code.
${options.join(" \\\n  ")}
`;
}

/** A single-quoted word of the shell, in which nothing is special but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
