import type { ApiDocument } from "@getclickmedia/sms-document";
import { plans } from "@getclickmedia/sms-types";
import { firstArguments } from "./operation-examples.ts";
import type { BulkVector } from "./vectors.ts";

/** How a bulk send is split, and what is left out of it. */
export function bulkVectors(document: ApiDocument): BulkVector[] {
  const [first = "", second = "", third = ""] = firstArguments(document, "sendBulk")
    .recipients as string[];
  return [
    ...Object.values(plans).flatMap(({ name, recipientsPerRequest: cap }) => splits(name, cap)),
    ...splits("a cap of two", 2),
    list("each recipient on its own", [first, second, third], 1, [1, 1, 1]),
    list("a number that comes twice is sent to once", [first, second, first], 10, [2]),
    list("a number that comes twice in a row", [first, first, second, third], 2, [2, 1]),
    list("a number that comes again after its call", [first, second, third, first], 2, [2, 1]),
    list(
      "the same number over and over",
      Array.from({ length: 5 }, () => first),
      2,
      [1],
    ),
    ...malformed(first).map(([name, number]) =>
      list(`${name} is set aside`, [first, number, second], 10, [2], [number]),
    ),
    list("one that is no number leaves no gap", [first, "1", second, third], 2, [2, 1], ["1"]),
    list("what is no number is told once", ["1", first, "1", "2"], 2, [1], ["1", "2"]),
    list("nothing but what is no number", ["1", "2"], 2, [], ["1", "2"]),
  ];
}

function splits(name: string, cap: number): BulkVector[] {
  const count = (recipients: number, calls: number[]): BulkVector => ({
    name: `${name}: ${recipients} recipients`,
    recipients,
    cap,
    calls,
    notSent: [],
  });
  return [
    count(0, []),
    count(1, [1]),
    ...(cap > 2 ? [count(cap - 1, [cap - 1])] : []),
    count(cap, [cap]),
    count(cap + 1, [cap, 1]),
    count(2 * cap, [cap, cap]),
    ...(cap > 5 ? [count(3 * cap + 5, [cap, cap, cap, 5])] : []),
  ];
}

/** What looks like a phone number to a person or to a careless pattern. */
function malformed(number: string): [name: string, number: string][] {
  const ownDigits = number.slice(2);
  return [
    ["a number with a plus sign", `+${number}`],
    ["a number without its country code", ownDigits],
    ["a number with a trunk zero", `0${ownDigits}`],
    ["a number with two zeros before", `00${number}`],
    ["a number of another country", `1${ownDigits}`],
    ["a number with spaces", `91 ${ownDigits}`],
    ["a number with hyphens", `91-${ownDigits}`],
    ["a number short of a digit", number.slice(0, -1)],
    ["a number with a digit too many", `${number}0`],
    ["a number with a letter", `${number.slice(0, -1)}O`],
    ["a number with a space before", ` ${number}`],
    ["a number with a line break after", `${number}\n`],
    [
      "a number in Devanagari digits",
      number.replace(/\d/g, (digit) => "०१२३४५६७८९"[Number(digit)] ?? ""),
    ],
    ["an empty text", ""],
  ];
}

function list(
  name: string,
  recipients: string[],
  cap: number,
  calls: number[],
  notSent: string[] = [],
): BulkVector {
  return { name, recipients, cap, calls, notSent };
}
