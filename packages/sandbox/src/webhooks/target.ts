import { type LookupAddress, lookup as systemLookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Where webhooks may go. */
export interface TargetRules {
  /** Whether private, link-local and other special addresses are allowed. */
  allowPrivate: boolean;
  /** Finds the addresses of a name, in place of the system: no test may count on what names there are. */
  lookup?: (
    hostname: string,
    options: { all: true },
    callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
  ) => void;
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** What is not on the public internet, after the registries of IANA. */
const special = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  special.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of [
  ["::", 96],
  ["::ffff:0:0:0", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["100:0:0:1::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const)
  special.addSubnet(network, prefix, "ipv6");

/** Why an address may not be a target; `undefined` for one that may. */
export function addressRefusal(address: string, { allowPrivate }: TargetRules): string | undefined {
  // An IPv4 address that is written as one of IPv6 is found in both lists as well.
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  if (loopback.check(address, family) || allowPrivate || !special.check(address, family))
    return undefined;
  return `${address} is a private or special address, and webhooks to those are off. Start the sandbox with --allow-private-webhooks to allow them`;
}

/**
 * Checks a webhook URL as far as it can be without asking for its address.
 * @returns the URL, or why it is refused and what to do.
 */
export function checkTarget(
  text: string,
  rules: TargetRules,
): { url: string } | { refusal: string } {
  const url = URL.parse(text);
  if (url?.protocol !== "http:" && url?.protocol !== "https:")
    return { refusal: "must be an http or https address, such as http://127.0.0.1:3000/webhooks" };
  if (url.username !== "" || url.password !== "")
    return { refusal: "must have no user name and password in it" };
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const refusal = isIP(host) ? addressRefusal(host, rules) : undefined;
  return refusal ? { refusal: `leads to a forbidden place: ${refusal}` } : { url: url.href };
}

/**
 * Looks a name up and refuses it if any of its addresses is forbidden. The connection is made to the very
 * addresses that were checked, so that a name cannot change its mind in between.
 */
export function guardedLookup(rules: TargetRules): LookupFunction {
  const { lookup = systemLookup } = rules;
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      const refusal = addresses.map(({ address }) => addressRefusal(address, rules)).find(Boolean);
      if (refusal) return callback(new Error(refusal), "", 0);
      const [first] = addresses;
      if (options.all) callback(null, addresses);
      else callback(null, first?.address ?? "", first?.family ?? 0);
    });
  };
}
