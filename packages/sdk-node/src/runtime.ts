/** The globals by which runtimes differ. */
interface Globals {
  process?: {
    env?: Record<string, string | undefined>;
    versions?: { node?: string; undici?: string };
  };
  document?: unknown;
  importScripts?: unknown;
  Deno?: unknown;
  caches?: unknown;
}

/** An environment variable; `undefined` where there are none, or none that may be read. */
export function variable(name: string): string | undefined {
  try {
    return (globalThis as Globals).process?.env?.[name];
  } catch {
    return undefined; // Deno without --allow-env.
  }
}

/** Whether strangers can read the program: it runs in a page or in a worker of one. */
export function isBrowser(): boolean {
  const { process, document, importScripts } = globalThis as Globals;
  // A simulated page, as in component tests, still runs in Node.
  return Boolean(document ?? importScripts) && !process?.versions?.node;
}

/** Whether Node itself runs the program, with its own `fetch`. Workers only look like it, and have caches. */
export function isNode(): boolean {
  const { process, caches } = globalThis as Globals;
  return Boolean(process?.versions?.undici && !caches);
}

/** Whether Deno runs the program. */
export function isDeno(): boolean {
  return (globalThis as Globals).Deno !== undefined;
}
