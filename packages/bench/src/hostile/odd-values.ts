import type { Random } from "@getclickmedia/sms-random";
import { key } from "./secrets.ts";

// Values that programs trip over.

const mebibyte = 2 ** 20;

const oddTexts = [
  "",
  " ",
  "0",
  "-1",
  "null",
  "__proto__",
  "constructor",
  "toString",
  "\0",
  "a\0b",
  "\ud800",
  "\udc00\ud800",
  "\u202egnp.exe\u202c",
  "\ufeff",
  "\u2028",
  "👩‍👩‍👧‍👦",
  "e\u0301\u0302\u0303",
  "İıſK",
  "../../../../etc/passwd",
  "..%2f..%2f",
  "%00",
  "%",
  "'; drop table messages; --",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "{#var#}",
  "{#var#",
  "{##}",
  "(((((((((((((((((((((((((((((((((((((((((((((((((",
  "(a+)+$",
  "\r\nset-cookie: a=b",
  "gcm_msg_",
  `gcm_msg_${"0".repeat(55)}`,
  "gcm_msg_ffffffffff",
  "gcm_msg_0000000000",
  "dlv_ffffffffff",
  "9".repeat(64),
  "919876543210\n",
  "९१९८७६५४३२१०",
  "9007199254740993",
  "1e400",
  "Infinity",
  "0x10",
  key,
];

const oddTimes = [
  "9999-12-31T23:59:59Z",
  "9999-12-31T23:59:59-23:59",
  "0000-01-01T00:00:00Z",
  "0001-01-01T00:00:00+23:59",
  "1969-12-31T23:59:59.999Z",
  "2026-02-30T00:00:00Z",
  "2026-06-23T24:00:00Z",
  "2026-06-23T23:59:60Z",
  "2026-06-23T10:30:00.0000000000001Z",
  "2026-06-23 10:30:00Z",
  "2026-06-23T10:30:00",
  "-271821-04-20T00:00:00Z",
  "+275760-09-13T00:00:01Z",
  "9999-12-31",
  "0000-00-00",
  "2026-02-29",
  "24:00",
  "99:99",
];

/** A text, now and then a long one. */
export function oddText(random: Random): string {
  if (random.chance(0.01)) return random.pick(["a", "\u0001", "ह"]).repeat(mebibyte / 4);
  if (random.chance(0.05)) return random.pick(["a", "9", "{#var#}", "(", "\u0300"]).repeat(5_000);
  return random.pick(random.chance(0.2) ? oddTimes : oddTexts);
}

const oddNumbers = [
  "0",
  "-0",
  "-1",
  "1",
  "0.5",
  "1e-400",
  "1e308",
  "1e400",
  "-1e400",
  "2147483648",
  "4294967296",
  "9007199254740991",
  "9007199254740992",
  "9007199254740993",
  "9223372036854775808",
  "1000000001",
];

/** JSON of any type, as text, since not all of it can be written by `JSON.stringify`. */
export function oddJson(random: Random): string {
  const kind = random.below(100);
  if (kind < 35) return JSON.stringify(oddText(random));
  if (kind < 55) return random.pick(oddNumbers);
  if (kind < 57) return random.pick(["1", "-9", "0.1"]).padEnd(400, "9");
  if (kind < 72)
    return random.pick(["null", "true", "false", "[]", "{}", "[null]", '[""]', "[[]]"]);
  if (kind < 80)
    return random.pick([
      '{"__proto__":{"approved":true}}',
      '{"constructor":{"prototype":{"admin":true}}}',
      '{"toString":1,"valueOf":2,"length":-1}',
      '{"error":"GATEWAY_ERROR","error":"NOT_FOUND"}',
    ]);
  if (kind < 90) return nested(random, random.pick([10, 100, 1_000]));
  if (kind < 92) return nested(random, random.pick([10_000, 100_000]));
  return `[${Array.from({ length: random.pick([2, 17, 1_001]) }, () => random.pick(oddNumbers))}]`;
}

function nested(random: Random, depth: number): string {
  return random.chance(0.5)
    ? "[".repeat(depth) + "]".repeat(depth)
    : `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
}

/** A text that can stand in a path or a query. */
export function oddSegment(random: Random): string {
  const text = random.pick(oddTexts);
  if (random.chance(0.2)) return random.pick(["%", "%zz", "%c0%af", "%ff", "%2e%2e", ".", ".."]);
  return encodeURIComponent(text.toWellFormed()) || "%20";
}
