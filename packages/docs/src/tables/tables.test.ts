import { magicRecipients } from "@getclickmedia/sms-sandbox";
import { expect, test } from "vitest";
import { readBundle } from "../bundle.ts";
import { number, tables } from "./tables.ts";

const bundle = await readBundle();

function table(name: string, document = bundle): string {
  const write = tables[name];
  if (!write) throw new Error(`There is no table ${name}.`);
  return write(document);
}

/** The rows of a table, as lists of cells. */
function rows(name: string): string[][] {
  return table(name)
    .split("\n")
    .slice(2)
    .map((row) => row.slice(2, -2).split(" | "));
}

function openEnum(name: string) {
  return Object.entries(bundle.components.schemas[name]?.["x-extensible-enum"] ?? {});
}

test("every error code has a section with its statuses, whether to repeat, cause and remedy", () => {
  const codes = openEnum("ErrorCode");
  const sections = table("error-codes").split(/^(?=### )/m);
  expect(sections).toHaveLength(codes.length);
  for (const [index, [code, entry]] of codes.entries()) {
    const [heading, head, description, remedy, origin] = (sections[index] ?? "")
      .trim()
      .split("\n\n");
    expect(heading).toBe(`### ${code}`);
    const statuses = [entry.status, entry.transportStatuses ?? []].flat().join(", ");
    const repeat = entry.retryable ? "Repeat it after a pause." : "Do not repeat it unchanged.";
    expect(head).toBe(`**HTTP status ${statuses}.** ${repeat}`);
    expect(description).toBe(String(entry.description).split("\n\n")[0]);
    expect(remedy).toBe(`**What to do:** ${entry.action}`);
    expect(origin).toBe(
      entry["x-gcm-reason"] === undefined ? undefined : `*Extension: ${entry["x-gcm-reason"]}*`,
    );
  }
});

test("there is a code of each kind to see the difference by", () => {
  const entries = openEnum("ErrorCode").map(([, entry]) => entry);
  for (const key of ["retryable", "transportStatuses", "x-gcm-reason"]) {
    expect(entries.some((entry) => entry[key])).toBe(true);
    expect(entries.every((entry) => entry[key])).toBe(false);
  }
});

test("every plan stands with its limits", () => {
  expect(rows("plans")).toEqual(
    openEnum("Plan").map(([plan, entry]) => [
      `\`${plan}\``,
      `${entry.requestsPerSecondIsMinimum ? "at least " : ""}${number(entry.requestsPerSecond)}`,
      number(entry.recipientsPerRequest),
      entry.description,
    ]),
  );
});

test("every message status says whether it is final", () => {
  expect(rows("statuses").map(([status, final]) => [status, final])).toEqual(
    openEnum("MessageStatus").map(([status, { final }]) => [`\`${status}\``, final ? "yes" : "no"]),
  );
});

test("every webhook event leads to the reference, and stands with the status that it reports", () => {
  expect(rows("events").map(([event, , status]) => [event, status])).toEqual(
    Object.entries(bundle.webhooks).map(([event, { post }]) => [
      `[\`${event}\`](operation:${post.operationId})`,
      `\`${event.replace("sms.", "")}\``,
    ]),
  );
});

test("an event says in one paragraph what triggers it", () => {
  for (const [index, { post }] of Object.values(bundle.webhooks).entries()) {
    const [paragraph = ""] = post.description.split("\n\n");
    expect(rows("events")[index]?.[1]).toBe(paragraph.trim().replace(/\s+/g, " "));
  }
});

test("both key prefixes are named", () => {
  expect(rows("key-prefixes").map(([prefix, environment]) => [prefix, environment])).toEqual([
    ["`gcm_live_`", "live"],
    ["`gcm_test_`", "test"],
  ]);
});

test("the numbers with which the sandbox ends a message in another way are its own", () => {
  expect(rows("magic-numbers")).toEqual(
    magicRecipients.map(({ to, effect }) => [`\`${to}\``, effect.replaceAll("|", "\\|")]),
  );
  expect(magicRecipients.length).toBeGreaterThan(0);
});

test("the first version is told with all its calls and events, each leading to the reference", () => {
  const first =
    table("releases")
      .split(/^(?=### )/m)
      .at(-1) ?? "";
  expect(first).toMatch(/^### Version 1\.0\.0\n\n#### Calls\n/);
  for (const operationId of ["send", "getBalance", "receiveSmsFailed"]) {
    expect(first).toMatch(new RegExp(`^- \\[\`.+\`\\]\\(operation:${operationId}\\): \\w`, "m"));
  }
});

test("a catalogue that is missing fails the build", () => {
  const { Plan, ...schemas } = bundle.components.schemas;
  const view = { ...bundle, components: { ...bundle.components, schemas } };
  expect(Plan).toBeDefined();
  expect(() => table("plans", view)).toThrow("The schema Plan has no x-extensible-enum");
});

test("numbers have a comma at the thousands, and all else stays", () => {
  expect([number(999), number(1000), number(1234567), number("1000")]).toEqual([
    "999",
    "1,000",
    "1,234,567",
    "1000",
  ]);
});
