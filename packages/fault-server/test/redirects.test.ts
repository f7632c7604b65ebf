import { afterAll, beforeAll, expect, test } from "vitest";
import { type FaultServer, startFaultServer } from "../src/index.ts";

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

const send = {
  method: "POST",
  body: "{}",
  headers: { "x-api-key": "gcm_test_redirect" },
};

test.each([307, 308] as const)(
  "a client that follows a %i is seen to, with its key",
  async (status) => {
    const baseUrl = server.baseUrl(`here-${status}`, [`redirect-${status}`, "ok"]);
    expect((await fetch(`${baseUrl}/sms/send`, send)).status).toBe(200);
    expect(server.run(`here-${status}`)).toMatchObject({
      counts: { requests: 2, posts: 2, accepted: 1 },
      requests: [
        { followed: false, path: "/sms/send", accepted: false },
        { followed: true, path: "/sms/send", accepted: true, carriedKey: true },
      ],
    });
  },
);

test.each([301, 302, 303] as const)(
  "a %i turns a send into a read, as fetch has it",
  async (status) => {
    const baseUrl = server.baseUrl(`get-${status}`, [`redirect-${status}`, "ok"]);
    await fetch(`${baseUrl}/sms/send`, send);
    expect(server.run(`get-${status}`)?.counts).toEqual({ requests: 2, posts: 1, accepted: 0 });
  },
);

test("elsewhere is another origin, where the run goes on", async () => {
  const baseUrl = server.baseUrl("elsewhere", [
    "redirect-307-elsewhere",
    "redirect-307-elsewhere",
    "ok",
  ]);
  const first = await fetch(`${baseUrl}/sms/send`, { ...send, redirect: "manual" });
  const location = new URL(first.headers.get("location") ?? "");
  expect(location.origin).not.toBe(server.origin);
  const second = await fetch(location, { ...send, redirect: "manual" });
  expect(new URL(second.headers.get("location") ?? "").origin).toBe(server.origin);
  expect(server.run("elsewhere")?.requests).toMatchObject([
    { followed: false },
    { followed: true },
  ]);
});

test("a loop goes on as long as it is followed, and costs one fault of the run", async () => {
  const baseUrl = server.baseUrl("loop", ["redirect-loop", "ok"]);
  await expect(fetch(`${baseUrl}/sms/send`, send)).rejects.toThrow();
  const followed = server.run("loop")?.requests.slice(1) ?? [];
  expect(followed.length).toBeGreaterThan(10);
  for (const request of followed)
    expect(request).toMatchObject({ followed: true, fault: "redirect-loop", accepted: false });
  expect((await fetch(`${baseUrl}/sms/send`, send)).status).toBe(200);
});
