/**
 * An error, what caused it, what caused that, and so on. Empty for anything else that was thrown.
 *
 * Errors are known by their message. Test runners give a test globals of its own, and errors of `fetch` are no
 * instances of its `Error`.
 */
export function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  let each = error as Error | null | undefined;
  for (
    ;
    each?.message !== undefined && !chain.includes(each);
    each = each.cause as Error | undefined
  )
    chain.push(each);
  return chain;
}
