import { defaultPort, demoKey } from "@getclickmedia/sms-sandbox";
import { expect, test } from "vitest";
import { readBundle } from "../../bundle.ts";
import { operationsOf } from "../../document.ts";
import { isLocal } from "./call.ts";
import { callForm } from "./call-form.ts";

const bundle = await readBundle();

test.each(operationsOf(bundle))(
  "the form of $operation.operationId has what its operation has",
  ({ path, method, operation }) => {
    const form = callForm(bundle, operation.operationId);
    expect(form).toMatchObject({
      operationId: operation.operationId,
      method: method.toUpperCase(),
      path,
      keyHeader: "x-api-key",
    });
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(form.parameters.map(({ name }) => name)).toEqual(names);
    for (const { example } of form.parameters) expect(example).not.toBe("");
    const examples = Object.values(operation.requestBody?.content ?? {}).flatMap((content) =>
      Object.entries(content.examples ?? {}),
    );
    const bodies = examples.map(([name, { summary, value }]) => ({
      label: summary ?? name,
      value,
    }));
    expect(form.bodies).toHaveLength(bodies.length);
    expect(form.bodies).toEqual(expect.arrayContaining(bodies));
    // One that the sandbox takes on any day.
    expect(form.bodies[0]?.value ?? {}).not.toHaveProperty("scheduleAt");
    const errors = Object.keys(operation.responses ?? {}).filter((status) => /^[45]/.test(status));
    expect(form.errors.map(({ status }) => status)).toEqual(errors);
    for (const { status, label } of form.errors)
      expect(label).toMatch(new RegExp(`^${status}: .+$`));
  },
);

test("both servers are on the reader's machine, and only the mock answers as it is asked to", () => {
  const { servers } = callForm(bundle, "send");
  expect(servers.map(({ name, prefers }) => [name, prefers])).toEqual([
    ["Sandbox", false],
    ["Mock", true],
  ]);
  for (const { url, apiKey } of servers) {
    expect(isLocal(new URL(url))).toBe(true);
    expect(apiKey).toMatch(/^gcm_test_\w+$/);
  }
  const [sandbox, mock] = servers;
  expect([new URL(sandbox?.url ?? "").port, sandbox?.apiKey]).toEqual([
    String(defaultPort),
    demoKey,
  ]);
  expect(bundle.servers.map(({ url }) => url)).toContain(mock?.url);
});

test("what the document lacks is told", () => {
  expect(() => callForm(bundle, "nothing")).toThrow(
    "The document has no operation nothing to try.",
  );
  const servers = bundle.servers.filter(({ url }) => !isLocal(new URL(url)));
  expect(() => callForm({ ...bundle, servers }, "send")).toThrow(
    "no server on the reader's own machine",
  );
});
