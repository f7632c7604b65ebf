import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createGroupCommit } from "./group-commit.ts";

/** A connection that writes down what is asked of it, and is durable when `disk` says so. */
function connection(disk: () => Promise<void> = async () => undefined) {
  const steps: string[] = [];
  let hasChanged = false;
  return {
    steps,
    /** What the work of a transaction does. */
    write(what: string) {
      steps.push(what);
      hasChanged = true;
    },
    begin() {
      steps.push("begin");
      hasChanged = false;
    },
    commit() {
      steps.push("commit");
      return hasChanged;
    },
    rollback() {
      steps.push("rollback");
    },
    async sync() {
      steps.push("sync");
      await disk();
      steps.push("synced");
    },
  };
}

test("what arrives in one turn is done in one transaction, in its order, with one sync", async () => {
  const it = connection();
  const run = createGroupCommit(it);
  const results = await Promise.all(
    ["a", "b", "c"].map((name) =>
      run(async () => {
        it.write(name);
        await turn();
        return name.toUpperCase();
      }),
    ),
  );
  expect(results).toEqual(["A", "B", "C"]);
  expect(it.steps).toEqual(["begin", "a", "b", "c", "commit", "sync", "synced"]);
});

test("nothing resolves before it is durable, and what comes meanwhile keeps its order", async () => {
  let synced = () => {};
  const it = connection(() => new Promise((resolve) => (synced = resolve)));
  const run = createGroupCommit(it);
  const resolved: string[] = [];
  const write = (name: string) => run(async () => it.write(name)).then(() => resolved.push(name));
  const read = (name: string) => run(async () => undefined).then(() => resolved.push(name));
  const works = [write("first")];
  while (!it.steps.includes("sync")) await turn();
  works.push(write("second"), read("a read"), write("third"));
  for (let turns = 0; turns < 10; turns++) await turn();
  expect(resolved).toEqual([]);
  synced();
  while (it.steps.filter((step) => step === "sync").length < 2) await turn();
  expect(resolved).toEqual(["first"]);
  synced();
  await Promise.all(works);
  expect(resolved).toEqual(["first", "second", "a read", "third"]);
});

test("the next ones are committed while the disk still writes, and share one sync", async () => {
  let synced = () => {};
  const it = connection(() => new Promise((resolve) => (synced = resolve)));
  const run = createGroupCommit(it);
  const works = [run(async () => it.write("first"))];
  while (!it.steps.includes("sync")) await turn();
  for (const name of ["second", "third"]) {
    works.push(run(async () => it.write(name)));
    while (!it.steps.includes(name)) await turn();
  }
  expect(it.steps.filter((step) => step === "commit")).toHaveLength(3);
  expect(it.steps).not.toContain("synced");
  synced();
  while (it.steps.filter((step) => step === "sync").length < 2) await turn();
  synced();
  await Promise.all(works);
  expect(it.steps.filter((step) => step === "sync")).toHaveLength(2);
});

test("a disk that fails rejects what was to be on it", async () => {
  const it = connection(async () => {
    throw new Error("The disk has failed.");
  });
  await expect(createGroupCommit(it)(async () => it.write("a"))).rejects.toThrow("has failed");
});

test("a read waits for what it may have read to be durable", async () => {
  let synced = () => {};
  const it = connection(() => new Promise((resolve) => (synced = resolve)));
  const run = createGroupCommit(it);
  const resolved: string[] = [];
  const write = run(async () => it.write("write")).then(() => resolved.push("write"));
  while (!it.steps.includes("sync")) await turn();
  const read = run(async () => undefined).then(() => resolved.push("read"));
  for (let turns = 0; turns < 10; turns++) await turn();
  expect(resolved).toEqual([]);
  synced();
  await Promise.all([write, read]);
  expect(resolved).toEqual(["write", "read"]);
});

test("what only reads needs no sync", async () => {
  const it = connection();
  expect(await createGroupCommit(it)(async () => 5)).toBe(5);
  expect(it.steps).toEqual(["begin", "commit"]);
});

test("work that fails is undone and harms no other: those run again, each on its own", async () => {
  const it = connection();
  const run = createGroupCommit(it);
  const results = await Promise.allSettled([
    run(async () => it.write("a")),
    run(async () => {
      it.write("b");
      throw new Error("B has failed.");
    }),
    run(async () => it.write("c")),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(results[1]).toMatchObject({ reason: new Error("B has failed.") });
  const alone = (name: string) => ["begin", name, "commit", "sync", "synced"];
  expect(it.steps).toEqual([
    ...["begin", "a", "b", "rollback"],
    ...alone("a"),
    ...["begin", "b", "rollback"],
    ...alone("c"),
  ]);
  await run(async () => it.write("d"));
  expect(it.steps.slice(-5)).toEqual(alone("d"));
});

test("a commit that fails rejects what was in it, and what comes after is done", async () => {
  const it = connection();
  const commit = it.commit;
  it.commit = () => {
    throw new Error("The disk is full.");
  };
  const run = createGroupCommit(it);
  const results = await Promise.allSettled([
    run(async () => it.write("a")),
    run(async () => it.write("b")),
  ]);
  for (const result of results)
    expect(result).toMatchObject({ reason: new Error("The disk is full.") });
  it.commit = commit;
  await run(async () => it.write("c"));
  expect(it.steps.slice(-5)).toEqual(["begin", "c", "commit", "sync", "synced"]);
});

test("a connection that cannot begin rejects what waits", async () => {
  const it = connection();
  it.begin = () => {
    throw new Error("The database is closed.");
  };
  const run = createGroupCommit(it);
  const works = [run(async () => 1), run(async () => 2)];
  for (const result of await Promise.allSettled(works))
    expect(result).toMatchObject({ reason: new Error("The database is closed.") });
});
