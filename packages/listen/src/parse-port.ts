/**
 * Reads a port number from a flag or a variable.
 * @param name what is told to be wrong, as `--port`.
 * @throws Error with one line when the text is no port number.
 */
export function parsePort(name: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`${name} must be a number from 0 to 65535, not ${JSON.stringify(text)}.`);
}
