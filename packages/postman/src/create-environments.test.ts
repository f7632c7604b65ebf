import { apiKeyScheme, readDocument } from "@getclickmedia/sms-document";
import { startMock } from "@getclickmedia/sms-mock";
import { startSandbox } from "@getclickmedia/sms-sandbox";
import { expect, test } from "vitest";
import { createEnvironments } from "./create-environments.ts";

const document = await readDocument();
const environments = createEnvironments(document);

function valuesOf(name: keyof typeof environments): Record<string, string> {
  return Object.fromEntries(environments[name].values.map(({ key, value }) => [key, value]));
}

test("the live environment has the document's server, and a secret that is empty", () => {
  expect(valuesOf("live")).toMatchObject({ baseUrl: document.servers[0]?.url, apiKey: "" });
  expect(environments.live.values).toContainEqual(
    expect.objectContaining({ key: "apiKey", type: "secret" }),
  );
});

test("the sandbox's environment has the key and the path of a sandbox", async () => {
  const sandbox = await startSandbox({ port: 0, clock: "frozen" });
  try {
    const { baseUrl, apiKey } = valuesOf("sandbox");
    expect(apiKey).toBe(sandbox.apiKey);
    expect(new URL(baseUrl ?? "").pathname).toBe(new URL(sandbox.url).pathname);
  } finally {
    await sandbox.close();
  }
});

test("the mock's environment has a key that a mock takes, and its path", async () => {
  const mock = await startMock({ port: 0 });
  try {
    const { baseUrl, apiKey = "" } = valuesOf("mock");
    const headers = { [apiKeyScheme(document).name]: apiKey };
    expect((await fetch(`${mock.url}/account/balance`, { headers })).status).toBe(200);
    expect(new URL(baseUrl ?? "").pathname).toBe(new URL(mock.url).pathname);
  } finally {
    await mock.close();
  }
});

test("only the mock's environment lets requests run that another server would charge", () => {
  expect(valuesOf("mock").serverIsMock).toBe("true");
  expect(valuesOf("sandbox").serverIsMock).toBe("false");
  expect(valuesOf("live").serverIsMock).toBe("false");
});
