/** What is grouped: begin, commit and undo of one connection. */
export interface Connection {
  begin(): void;
  /** @returns whether the transaction has changed anything. */
  commit(): boolean;
  rollback(): void;
  /** Makes everything that was committed before the call durable. */
  sync(): Promise<void>;
}

interface Waiting {
  work: () => Promise<unknown>;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * Runs everything that has arrived by the time that the disk is free in one transaction, so that many writes
 * share one fsync, which does not stop the process. Work that throws undoes the whole group, whose other
 * members then run again, each on its own.
 */
export function createGroupCommit(
  connection: Connection,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let waiting: Waiting[] = [];
  let isRunning = false;

  async function inTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
    connection.begin();
    let result: Result;
    let hasChanged: boolean;
    try {
      result = await work();
      hasChanged = connection.commit();
    } catch (error) {
      connection.rollback();
      throw error;
    }
    if (hasChanged) await connection.sync();
    return result;
  }

  async function runGroup(): Promise<void> {
    const group = waiting;
    waiting = [];
    const runAll = async () => {
      const results: unknown[] = [];
      for (const { work } of group) results.push(await work());
      return results;
    };
    try {
      const results = await inTransaction(runAll);
      group.forEach(({ resolve }, index) => {
        resolve(results[index]);
      });
    } catch (error) {
      if (group.length === 1) return group[0]?.reject(error);
      for (const { work, resolve, reject } of group)
        await inTransaction(work).then(resolve, reject);
    }
  }

  async function runGroups(): Promise<void> {
    while (waiting.length > 0) await runGroup();
    isRunning = false;
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Waiting["resolve"], reject });
      if (isRunning) return;
      isRunning = true;
      // By then, every request that has arrived in this turn has joined.
      setImmediate(() => void runGroups());
    });
}
