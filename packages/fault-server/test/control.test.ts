import { afterAll, beforeAll, expect, test } from "vitest";
import { type FaultServer, randomRun, startFaultServer } from "../src/index.ts";

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer({ keptRuns: 3 });
});
afterAll(() => server.close());

const control = (path: string, method = "GET") =>
  fetch(`${server.origin}/_control/${path}`, { method });
const read = async (path: string) => (await control(path)).json();
const listed = async () => (await read("runs")) as { runs: { id: string }[] };
const messageOf = async (response: Response) => {
  const { error } = (await response.json()) as { error: { message: string } };
  return error.message;
};

test("tells what arrived, as in process", async () => {
  await fetch(`${server.baseUrl("told", ["ok"])}/sms/send`, { method: "POST", body: "{}" });
  expect(await read("runs/told")).toEqual(server.run("told"));
  expect(await read("runs/told")).toMatchObject({
    id: "told",
    faults: ["ok"],
    counts: { requests: 1, posts: 1, accepted: 1 },
    requests: [{ method: "POST", path: "/sms/send", fault: "ok", bodyLength: 2 }],
  });
  expect((await listed()).runs).toContainEqual({
    id: "told",
    faults: ["ok"],
    requests: 1,
    posts: 1,
    accepted: 1,
  });
});

test("forgets a run, which then begins anew", async () => {
  const balance = `${server.baseUrl("anew", ["error-GATEWAY_ERROR", "ok"])}/account/balance`;
  expect((await fetch(balance)).status).toBe(500);
  expect((await control("runs/anew", "DELETE")).status).toBe(204);
  expect((await control("runs/anew")).status).toBe(404);
  expect(server.run("anew")).toBeUndefined();
  expect((await fetch(balance)).status).toBe(500);
});

test("keeps the runs that were used last, and of each the first requests", async () => {
  const balance = (id: string) => fetch(`${server.baseUrl(id, ["ok"])}/account/balance`);
  for (const id of ["a", "b", "c", "a", "d"]) await balance(id);
  expect((await listed()).runs.map(({ id }) => id)).toEqual(["c", "a", "d"]);
  for (let call = 0; call < 110; call++) await (await balance("d")).text();
  const report = server.run("d");
  expect(report?.requests).toHaveLength(100);
  expect(report?.counts.requests).toBe(111);
});

test("opens a port for a run", async () => {
  const response = await control("runs/port/refuse-before-read,ok", "POST");
  expect(response.status).toBe(201);
  const { baseUrl } = (await response.json()) as { baseUrl: string };
  await expect(fetch(`${baseUrl}/account/balance`)).rejects.toThrow();
  expect((await fetch(`${baseUrl}/account/balance`)).status).toBe(200);
});

test("gives the random run of a seed", async () => {
  expect(await read("random/17")).toEqual(randomRun(17));
});

test("lists every fault with what it does", async () => {
  const descriptions = (await read("faults")) as Record<string, string>;
  expect(Object.keys(descriptions)).toEqual(server.faults);
  for (const text of Object.values(descriptions)) expect(text).toMatch(/^[A-Z].+\.$/);
});

test.each([
  ["/run/x/nothing/v1/sms/send", 400, 'no fault "nothing"'],
  ["/run/x/ok-2s/v1/sms/send", 400, 'no fault "ok-2s"'],
  ["/run/x/ok,/v1/sms/send", 400, 'no fault ""'],
  ["/run/x%2Fy/ok/v1/sms/send", 400, "letters, digits"],
  ["/run/%zz/ok/v1/sms/send", 400, "percent-encoded"],
  ["/run/x/ok/v2/sms/send", 404, "/_control"],
  ["/sms/send", 404, "/_control"],
  ["/_control/nothing", 404, "/_control"],
  ["/_control/runs/%zz", 400, "URI"],
])("%s is answered with what is wrong", async (path, status, message) => {
  const response = await fetch(server.origin + path);
  expect(response.status).toBe(status);
  expect(await messageOf(response)).toContain(message);
});

test("a run cannot change its faults", async () => {
  await fetch(`${server.baseUrl("same", ["ok"])}/account/balance`);
  const response = await fetch(`${server.baseUrl("same", ["no-content"])}/account/balance`);
  expect(response.status).toBe(400);
  expect(await messageOf(response)).toContain("begun with other faults");
  expect(server.run("same")?.counts.requests).toBe(1);
});

test("an order that cannot be carried out is refused in process too", async () => {
  // @ts-expect-error There is no such fault.
  expect(() => server.baseUrl("x", ["nothing"])).toThrow("no fault");
  expect(() => server.baseUrl("a/b", ["ok"])).toThrow("letters, digits");
  expect(() => server.baseUrl("x", [])).toThrow("at least one fault");
});
