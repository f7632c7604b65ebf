import { type ApiDocument, apiKeyScheme } from "@getclickmedia/sms-document";
import { defaultPort } from "@getclickmedia/sms-sandbox";
import { baseUrl, mockUrl } from "@getclickmedia/sms-types";
import { mockVariable } from "./error-folder.ts";
import type { EnvironmentName } from "./files.ts";
import { stableId } from "./stable-id.ts";

export interface Environment {
  id: string;
  name: string;
  values: { key: string; value: string; type: "default" | "secret"; enabled: true }[];
  _postman_variable_scope: "environment";
}

/** The servers that the collection is run against. None holds a key that opens anything but a test server. */
export function createEnvironments(document: ApiDocument): Record<EnvironmentName, Environment> {
  const prefix = testPrefix(document);
  return {
    // The mock takes any key of the right form; the sandbox has one to begin with.
    mock: environment("mock", "Get Click Media SMS: mock", mockUrl, `${prefix}try`),
    sandbox: environment("sandbox", "Get Click Media SMS: sandbox", sandboxUrl(), `${prefix}demo`),
    live: environment("live", "Get Click Media SMS: live", baseUrl, ""),
  };
}

function environment(id: EnvironmentName, name: string, url: string, key: string): Environment {
  return {
    id: stableId("environment", id),
    name,
    values: [
      { key: "baseUrl", value: url, type: "default", enabled: true },
      { key: "apiKey", value: key, type: "secret", enabled: true },
      { key: mockVariable, value: String(id === "mock"), type: "default", enabled: true },
    ],
    _postman_variable_scope: "environment",
  };
}

function sandboxUrl(): string {
  return `http://127.0.0.1:${defaultPort}${new URL(baseUrl).pathname}`;
}

function testPrefix(document: ApiDocument): string {
  const prefixes = Object.entries(apiKeyScheme(document)["x-gcm-key-prefixes"]);
  const [prefix] = prefixes.find(([, { environment }]) => environment === "test") ?? [];
  if (prefix === undefined) throw new Error("The document has no prefix of keys for tests.");
  return prefix;
}
