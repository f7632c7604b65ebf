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
 * Runs everything that has arrived in the same turn in one transaction. The next one begins while the disk
 * still writes, and shares the next fsync with all that are committed by then, so that nothing waits but to be
 * answered: each resolves once it and all that it may have read are durable. Work that throws undoes the whole
 * group, whose other members then run again, each on its own.
 */
export function createGroupCommit(
  connection: Connection,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let waiting: Waiting[] = [];
  let isRunning = false;
  const sync = createSharedSync(connection);
  /** Fulfilled once every commit so far is durable. */
  let durable = Promise.resolve();

  /** Resolves as soon as there is the commit. */
  async function inTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
    connection.begin();
    try {
      const result = await work();
      if (connection.commit()) durable = sync();
      return result;
    } catch (error) {
      connection.rollback();
      throw error;
    }
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
      answer(group, await inTransaction(runAll));
    } catch (error) {
      if (group.length === 1) return group[0]?.reject(error);
      for (const member of group)
        await inTransaction(member.work).then(
          (result) => answer([member], [result]),
          member.reject,
        );
    }
  }

  function answer(group: Waiting[], results: unknown[]): void {
    durable.then(
      () => {
        for (const [index, { resolve }] of group.entries()) resolve(results[index]);
      },
      (error: unknown) => {
        for (const { reject } of group) reject(error);
      },
    );
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

/** One sync at a time: what is committed meanwhile shares the next. */
function createSharedSync({ sync }: Connection): () => Promise<void> {
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    next = undefined;
    current = sync().finally(() => {
      current = undefined;
    });
    return current;
  };
  return () => {
    if (!current) return start();
    next ??= current.then(start);
    return next;
  };
}
