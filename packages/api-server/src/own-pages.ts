import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Fault, MakeFault } from "@getclickmedia/sms-request-validation";

/**
 * Makes the check that refuses what pages of other origins send, and what comes under a name that is not this
 * machine's: a page could have its own name point here, and what steers a server asks for no key.
 * @param names those that are this machine's too
 */
export function createStrangerFault(
  names: readonly string[],
  fault: MakeFault,
): (request: IncomingMessage) => Fault | undefined {
  const hosts = new Set(names.map((name) => name.toLowerCase()));
  return ({ headers }) => strangerFault(headers, hosts, fault);
}

function strangerFault(
  headers: IncomingHttpHeaders,
  hosts: ReadonlySet<string>,
  fault: MakeFault,
): Fault | undefined {
  const host = URL.parse(`http://${headers.host}`);
  const name = host?.hostname.replace(/^\[|\]$/g, "") ?? "";
  const isOurs =
    isIP(name) !== 0 || name === "localhost" || name.endsWith(".localhost") || hosts.has(name);
  if (!isOurs) {
    return fault(
      "INVALID_REQUEST",
      "This server is not steered under this name. Use its address, or start it with --allow-host and the name.",
      { status: 403 },
    );
  }
  const site = headers["sec-fetch-site"];
  const isForeign =
    (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) ||
    site === "cross-site" ||
    site === "same-site";
  if (!isForeign) return undefined;
  return fault(
    "INVALID_REQUEST",
    "Pages of other origins may not steer this server. Call it from a program, or from its own page.",
    { status: 403 },
  );
}
