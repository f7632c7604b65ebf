import { chainOf } from "./cause-chain.ts";

/** Replaces secrets in text that comes from outside. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, "[redacted]"), text);
}

/** Replaces secrets in an error and its causes, which stay the objects that were thrown. */
export function redactError(error: unknown, secrets: readonly string[]): void {
  for (const each of chainOf(error)) {
    // Node keeps an answer here that is no HTTP. That of a server which echoes is the request, or half of it.
    Reflect.deleteProperty(each, "data");
    for (const name of Object.getOwnPropertyNames(each)) {
      const value: unknown = Reflect.get(each, name);
      // `Reflect.set` leaves a frozen error as it is, where an assignment would throw.
      if (typeof value === "string") Reflect.set(each, name, redact(value, secrets));
    }
  }
}
