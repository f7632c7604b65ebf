import { origins } from "./document-facts.ts";
import { literalPattern } from "./literal-pattern.ts";

/** The test's server for each address that a page may show. */
export type TestOrigins = Record<keyof typeof origins, string>;

const names = Object.keys(origins) as (keyof typeof origins)[];
const local = names.filter((name) => new URL(origins[name]).protocol === "http:");
const ports = local.map((name) => new URL(origins[name]).port);

// In one pass: a port of the test may begin as one of the page does, as 40101, and must not be replaced again.
const shown = new RegExp(
  `${literalPattern(origins.api)}(?![\\w.:-])|\\b(127\\.0\\.0\\.1|localhost):(${ports.join("|")})\\b`,
  "g",
);

/** A text of the page with the test's addresses. */
export function withTestAddresses(text: string, test: TestOrigins): string {
  return text.replaceAll(shown, (_, host?: string, port?: string) => {
    const name = local.find((each) => new URL(origins[each]).port === port);
    // The same server may stand under its other name, or without a scheme.
    return host && name ? `${host}:${new URL(test[name]).port}` : test.api;
  });
}

/** What a program wrote, with the addresses of the page. */
export function withPageAddresses(
  text: string,
  test: TestOrigins,
  own: { mock: number; sandbox: number },
): string {
  const hosts = new Map<string, string>([
    ...names.map((name) => [new URL(test[name]).port, origins[name]] as const),
    [String(own.mock), origins.mock],
    [String(own.sandbox), origins.sandbox],
  ]);
  return text.replaceAll(
    /(http:\/\/)?(127\.0\.0\.1|localhost):(\d+)/g,
    (whole: string, scheme: string | undefined, host: string, port: string) => {
      const origin = hosts.get(port);
      if (origin === undefined) return whole;
      const { host: address, port: itsPort } = new URL(origin);
      if (host === "localhost") return `${scheme ?? ""}localhost:${itsPort}`;
      return scheme ? origin : address;
    },
  );
}
