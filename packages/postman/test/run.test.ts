import { operationsOf, readDocument } from "@getclickmedia/sms-document";
import { startMock } from "@getclickmedia/sms-mock";
import { startSandbox } from "@getclickmedia/sms-sandbox";
import { expect, test } from "vitest";
import { type Folder, itemsOf } from "../src/collection.ts";
import { createCollection } from "../src/create-collection.ts";
import { describedOf } from "../src/described.ts";
import { mockVariable } from "../src/error-folder.ts";
import { hostsContacted } from "./hosts-contacted.ts";
import { type Run, runCollection } from "./newman-run.ts";

const document = await readDocument();
const collection = await createCollection(document);
const operationNames = operationsOf(document).map((operation) => [
  operation.operationId,
  describedOf(operation).summary ?? "",
]);
const namesIn = (folders: Folder[]) => folders.flatMap(itemsOf).map(({ name }) => name);
const isWebhooks = ({ event }: Folder) => event !== undefined;
const onlyMock = collection.item.flatMap(({ item }) =>
  item.flatMap((each) => ("item" in each && each.event ? [each] : [])),
);
const requests = namesIn(collection.item.filter((each) => !isWebhooks(each)));

test("the whole collection is green against the mock, and talks to nobody else", async () => {
  const mock = await startMock({ port: 0 });
  try {
    let run: Run | undefined;
    const hosts = await hostsContacted(async () => {
      run = await runCollection(collection, {
        baseUrl: mock.url,
        apiKey: "gcm_test_run",
        serverIsMock: "true",
      });
    });
    expect(run?.failures).toEqual([]);
    expect(run?.answered).toEqual(requests);
    expect(hosts).toEqual(["127.0.0.1"]);
    console.info(`mock: ${requests.length} requests, ${run?.assertions} assertions`);
  } finally {
    await mock.close();
  }
});

test("against the sandbox all is green but what only the mock answers, which is skipped", async () => {
  const paths: string[] = [];
  const sandbox = await startSandbox({
    port: 0,
    clock: "frozen",
    log: ({ method, path }) => paths.push(`${method} ${path}`),
  });
  try {
    const run = await runCollection(collection, {
      baseUrl: sandbox.url,
      apiKey: sandbox.apiKey ?? "",
    });
    const skipped = namesIn(onlyMock);
    expect(skipped.length).toBeGreaterThan(0);
    expect(run.failures).toEqual([]);
    expect(run.answered).toEqual(requests.filter((name) => !skipped.includes(name)));
    console.info(`sandbox: ${run.answered.length} requests, ${run.assertions} assertions`);

    // The ids are those that the sandbox gave, and the batch that was scheduled is called off.
    const examples = collection.variable.map(({ value }) => value).filter(Boolean);
    const [asked = "", batch = "", cancelled = ""] = [
      /^GET .*\/sms\/status\//,
      /^GET .*\/sms\/batch\//,
      /^DELETE .*\/sms\/schedule\//,
    ].map((pattern) => paths.find((path) => pattern.test(path)));
    for (const path of [asked, batch, cancelled]) {
      expect(path).toMatch(/gcm_(msg|batch)_\w+$/);
      expect(examples.some((example) => path.endsWith(example))).toBe(false);
    }
    expect(batch.split("/").at(-1)).toBe(cancelled.split("/").at(-1));
  } finally {
    await sandbox.close();
  }
});

test("each request works alone, with the ids of the document", async () => {
  const mock = await startMock({ port: 0 });
  try {
    for (const name of namesIn(collection.item.filter(({ name }) => name !== "Errors"))) {
      const variables = { baseUrl: mock.url, apiKey: "gcm_test_run" };
      expect((await runCollection(collection, variables, name)).failures).toEqual([]);
    }
  } finally {
    await mock.close();
  }
});

test("unless a server is said to be the mock, nothing that only the mock answers is sent", async () => {
  // A server of this machine, and not the one that the collection has without an environment: this is the test
  // that fails when the guard does.
  const paths: string[] = [];
  const mock = await startMock({ port: 0, log: ({ path }) => paths.push(path) });
  try {
    const variables = { baseUrl: mock.url, apiKey: "gcm_test_run" };
    const run = await runCollection(collection, variables, "Only from the mock");
    expect(run).toEqual({ assertions: 0, failures: [], answered: [] });
    expect(paths).toEqual([]);
    const byDefault = collection.variable.find(({ key }) => key === mockVariable);
    expect(byDefault?.value).toBe("false");
  } finally {
    await mock.close();
  }
});

test.each([
  ["gcm_live_", "false", []],
  ["gcm_live_", "true", ["send", "sendBulk", "cancelScheduled"]],
  ["gcm_test_", "false", ["send", "sendBulk", "cancelScheduled"]],
])(
  "with a key of %s and sendForReal %s, what sends or cancels is %j",
  async (prefix, sendForReal, expected) => {
    const mock = await startMock({ port: 0 });
    try {
      // Put together here, so that nothing in this file looks like a key.
      const variables = { baseUrl: mock.url, apiKey: `${prefix}run`, sendForReal };
      const runs = await Promise.all(
        operationNames.map(async ([operationId = "", name = ""]) => {
          const { answered } = await runCollection(collection, variables, name);
          return answered.length > 0 ? [operationId] : [];
        }),
      );
      const reads = ["getStatus", "getBatch", "getBalance"];
      expect(runs.flat().toSorted()).toEqual([...expected, ...reads].toSorted());
    } finally {
      await mock.close();
    }
  },
);

test("the conversion asks no other host for anything", async () => {
  expect(await hostsContacted(() => createCollection(document))).toEqual([]);
});
