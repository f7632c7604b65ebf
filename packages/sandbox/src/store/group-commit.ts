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
 * Runs the work of one turn of the event loop in one transaction, and makes several transactions durable by
 * one fsync: while the disk is busy with one, the next are prepared. Work that throws undoes the whole group,
 * whose other members then run again, each on its own.
 */
export function createGroupCommit(
  connection: Connection,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let waiting: Waiting[] = [];
  let last = Promise.resolve();
  let unsynced: (() => void)[] = [];
  let isSyncing = false;

  async function syncAll(): Promise<void> {
    isSyncing = true;
    while (unsynced.length > 0) {
      const settled = unsynced;
      unsynced = [];
      await connection.sync();
      for (const settle of settled) settle();
    }
    isSyncing = false;
  }

  /** Runs work in a transaction, and `settle` once it and all before it are durable. */
  async function inTransaction<Result>(
    work: () => Promise<Result>,
    settle: (result: Result) => void,
  ): Promise<void> {
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
    // What only reads may have read what is not durable yet, so it waits as well.
    if (!hasChanged && !isSyncing) return settle(result);
    unsynced.push(() => settle(result));
    if (!isSyncing) void syncAll();
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
      await inTransaction(runAll, (results) => {
        group.forEach(({ resolve }, index) => {
          resolve(results[index]);
        });
      });
    } catch (error) {
      if (group.length === 1) return group[0]?.reject(error);
      for (const { work, resolve, reject } of group)
        await inTransaction(work, resolve).catch(reject);
    }
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Waiting["resolve"], reject });
      // By then, every request that has arrived in this turn has joined.
      if (waiting.length === 1) setImmediate(() => (last = last.then(runGroup)));
    });
}
