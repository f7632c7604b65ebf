// Checks every server, at the root, of a path and of an operation:
// - its URL does not begin with `http://`, unless its host is this machine (localhost, 127.0.0.0/8, [::1])
import { at, items } from "../document/value.ts";
import walk from "../document/walk.ts";
import type { Finding } from "../finding.ts";

const PLAIN = /^http:\/\//i;
const LOOPBACK = /^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])([:/]|$)/i;

export default function serverHttps(api: unknown): Finding[] {
  const findings: Finding[] = [];
  walk(api, (node, path) => {
    for (const [index, server] of items(node.servers).entries()) {
      const url = at(server, "url");
      if (typeof url === "string" && PLAIN.test(url) && !LOOPBACK.test(url))
        findings.push({
          message: `The server ${url} is plain HTTP, which sends keys in the clear. Use https, or a loopback address.`,
          path: [...path, "servers", index, "url"],
        });
    }
  });
  return findings;
}
