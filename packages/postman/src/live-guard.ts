import { type ApiDocument, apiKeyScheme, type LocatedOperation } from "@getclickmedia/sms-document";
import { type Event, scriptEvent } from "./collection.ts";

/** The variable that lets a live key do more than read. */
export const liveVariable = "sendForReal";

/**
 * Keeps a request that sends or cancels back while the key is a live one, unless that is what is wanted: who runs a
 * whole collection to see it work must not text and charge anybody. Requests that read have no guard.
 */
export function liveGuard(document: ApiDocument, { method }: LocatedOperation): Event[] {
  if (method.toUpperCase() === "GET") return [];
  const prefixes = Object.entries(apiKeyScheme(document)["x-gcm-key-prefixes"])
    .filter(([, { environment }]) => environment === "live")
    .map(([prefix]) => prefix);
  const script = `// With a live key this is for real. Set ${liveVariable} to true if it is meant to be.
const livePrefixes = ${JSON.stringify(prefixes)};
const apiKey = (pm.variables.get("apiKey") || "").trim();
if (livePrefixes.some((prefix) => apiKey.startsWith(prefix)) && pm.variables.get("${liveVariable}") !== "true") {
  console.info("Skipped, as the key is a live one: " + pm.info.requestName);
  pm.execution.skipRequest();
}`;
  return [scriptEvent("prerequest", script)];
}
