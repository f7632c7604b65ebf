import type { Run } from "./run.ts";

/**
 * Puts a server with memory into a state that the document declares: the given one, or the document's
 * default. A run that asks for examples by name needs no states and enters none.
 * @returns the problem, if the server does not take the order.
 */
export async function enterState(run: Run, state?: string): Promise<string[]> {
  if (run.exact) return [];
  const wanted = state ?? run.document["x-gcm-default-state"];
  const url = `${run.controlUrl}/states`;
  const answer = await run.client.order(url, { state: wanted });
  if (answer.status < 300) return [];
  return [`the server cannot be put into the state ${wanted}: ${url} answers ${answer.status}`];
}
