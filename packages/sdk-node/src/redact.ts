/** Replaces secrets in text that comes from outside. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, "[redacted]"), text);
}

/** What an error tells, as far as it is text, a number or another error. */
type Telling = Partial<
  Record<"name" | "message" | "stack" | "code" | "syscall" | "cause", unknown>
>;

const telling = ["name", "message", "stack", "code", "syscall", "cause"] as const;

/**
 * Copies what an error and its causes tell, without secrets. Whatever else hangs on an error is left out: it may be
 * the whole request, as with axios, or what a server has echoed of it.
 */
export function withoutSecrets(error: unknown, secrets: readonly string[], depth = 0): unknown {
  if (typeof error === "string") return redact(error, secrets);
  if (typeof error === "number") return error;
  const told = error as Telling | undefined;
  // Test runners give a test globals of its own, so errors are known by their message.
  if (told?.message === undefined || depth > 9) return undefined;
  const copy: Telling = new Error("");
  for (const name of telling) {
    const value = withoutSecrets(told[name], secrets, depth + 1);
    if (value !== undefined) copy[name] = value;
  }
  return copy;
}
