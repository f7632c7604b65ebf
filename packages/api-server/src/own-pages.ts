import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Fault, MakeFault } from "@getclickmedia/sms-request-validation";

/**
 * Refuses what pages of other origins send, and what comes under a name that is not this machine's: a page
 * could have its own name point here, and what steers a server asks for no key.
 * @param hosts names that are this machine's too, in lower case
 */
export function strangerFault(
  { headers }: IncomingMessage,
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
