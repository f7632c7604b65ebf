import newman from "newman";
import type { Collection } from "../src/collection.ts";

/** What came of a run with newman, for tests. */
export interface Run {
  assertions: number;
  /** What failed, as `name of the request: the assertion: why`. */
  failures: string[];
  /** The names of the requests that were sent and answered. */
  answered: string[];
}

/** Where a request goes that a test gives no server for: port 9 of this machine, which no test listens on. */
const nowhere = "http://127.0.0.1:9";

/**
 * Runs a collection, or one folder or request of it, with the values of an environment. The collection's own
 * address, that of the live API, is never used: a test that fails must not send anything there.
 */
export async function runCollection(
  collection: Collection,
  variables: Record<string, string>,
  folder?: string,
): Promise<Run> {
  const values = Object.entries({ baseUrl: nowhere, ...variables }).map(([key, value]) => ({
    key,
    value,
    enabled: true,
  }));
  const summary = await new Promise<newman.NewmanRunSummary>((resolve, reject) => {
    const options: newman.NewmanRunOptions = {
      // A run may change what it is given. Its types do not know that a description may be a text.
      collection: structuredClone(collection) as object as newman.NewmanRunOptions["collection"],
      environment: { name: "test", values },
      reporters: [],
      timeoutRequest: 20_000,
      ...(folder === undefined ? {} : { folder }),
    };
    newman.run(options, (error, result) => (error ? reject(error) : resolve(result)));
  });
  return {
    assertions: summary.run.stats.assertions.total ?? 0,
    failures: summary.run.failures.map(
      ({ source, error }) => `${source?.name}: ${error.test ?? error.name}: ${error.message}`,
    ),
    answered: summary.run.executions
      .filter(({ response }) => response)
      .map(({ item }) => item.name),
  };
}
