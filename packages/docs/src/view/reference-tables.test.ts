import { expect, test } from "vitest";
import { readBundle } from "../bundle.ts";
import { withReferenceTables } from "./reference-tables.ts";

const bundle = await readBundle();
const { description } = withReferenceTables(bundle).info;

/** The rows of the table under a heading, as lists of cells. */
function rowsUnder(heading: string): string[][] {
  const [, section = ""] = description.split(`## ${heading}\n\n`);
  const [table = ""] = section.split("\n\n", 1);
  const rows = table.split("\n").slice(2);
  return rows.map((row) => row.slice(2, -2).split(" | "));
}

function openEnum(name: string) {
  return Object.entries(bundle.components.schemas[name]?.["x-extensible-enum"] ?? {});
}

test("the introduction comes first and is kept", () => {
  expect(description.startsWith(bundle.info.description.trimEnd())).toBe(true);
});

test("every error code stands with its status, retry, cause and remedy", () => {
  const codes = openEnum("ErrorCode");
  const rows = rowsUnder("Error codes");
  expect(rows).toHaveLength(codes.length);
  for (const [index, [code, entry]] of codes.entries()) {
    const [head = "", text = ""] = rows[index] ?? [];
    expect(head.split("<br>")).toEqual([
      `\`${code}\``,
      expect.stringMatching(`^${entry.status}`),
      entry.retryable ? "retry" : "do not retry",
    ]);
    expect(text).toContain(entry.description);
    expect(text).toContain(entry.action);
  }
});

test("a code that also stands for transport faults shows their statuses", () => {
  const codes = openEnum("ErrorCode").filter(([, { transportStatuses }]) => transportStatuses);
  expect(codes).not.toEqual([]);
  for (const [code, { status, transportStatuses }] of codes) {
    const statuses = [status, transportStatuses].flat().join(", ");
    expect(description).toContain(`\`${code}\`<br>${statuses}<br>`);
  }
});

test("every plan stands with its limits", () => {
  expect(rowsUnder("Plans and limits")).toEqual(
    openEnum("Plan").map(([plan, entry]) => [
      `\`${plan}\``,
      `${entry.requestsPerSecondIsMinimum ? "at least " : ""}${entry.requestsPerSecond}`,
      `${entry.recipientsPerRequest}`,
      entry.description,
    ]),
  );
});

test("every message status says whether it is final", () => {
  expect(rowsUnder("Message statuses").map(([status, final]) => [status, final])).toEqual(
    openEnum("MessageStatus").map(([status, { final }]) => [`\`${status}\``, final ? "yes" : "no"]),
  );
});

test("every webhook event stands with the status that it reports", () => {
  expect(rowsUnder("Webhook events").map(([event, , status]) => [event, status])).toEqual(
    Object.entries(bundle.webhooks).map(([event, { post }]) => [
      `[\`${event}\`](#/delivery-receipts/${post.operationId.toLowerCase()})`,
      `\`${event.replace("sms.", "")}\``,
    ]),
  );
});

test("both key prefixes are named", () => {
  expect(rowsUnder("Key prefixes").map(([prefix, environment]) => [prefix, environment])).toEqual([
    ["`gcm_live_`", "live"],
    ["`gcm_test_`", "test"],
  ]);
});

test("a catalogue that is missing fails the build", () => {
  const { Plan, ...schemas } = bundle.components.schemas;
  const view = { ...bundle, components: { ...bundle.components, schemas } };
  expect(Plan).toBeDefined();
  expect(() => withReferenceTables(view)).toThrow("The schema Plan has no x-extensible-enum");
});
