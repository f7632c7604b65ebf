import { keyPrefixes } from "./document-facts.ts";
import { literalPattern } from "./literal-pattern.ts";

const key = new RegExp(`(${keyPrefixes.map((each) => literalPattern(each)).join("|")})\\w+`, "g");

/** A text without the API keys and the secrets in it. */
export function redact(text: string, secrets: string[]): string {
  const withoutSecrets = secrets.reduce((left, secret) => left.replaceAll(secret, "…"), text);
  return withoutSecrets.replace(key, "$1…");
}
