/** An error, what caused it, what caused that, and so on. Empty for anything else that was thrown. */
export function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let each = error; each instanceof Error && !chain.includes(each); each = each.cause)
    chain.push(each);
  return chain;
}
