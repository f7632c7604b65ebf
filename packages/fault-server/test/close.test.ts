import { createServer } from "node:net";
import { expect, test } from "vitest";
import { type FaultName, startFaultServer } from "../src/index.ts";
import { openConnection, sendRequest } from "./raw-connection.ts";

const stalls: FaultName[] = [
  "stall-before-read",
  "stall-after-read",
  "stall-half-headers",
  "half-response-stall",
  "content-length-too-long",
  "slow-response",
  "ok",
];

test("closing ends every connection, whatever it waits for", async () => {
  const server = await startFaultServer();
  const connections = [];
  for (const fault of stalls) {
    for (const baseUrl of [
      server.baseUrl(fault, [fault]),
      await server.ownPort(`${fault}-own`, [fault]),
    ]) {
      const connection = await openConnection(baseUrl);
      await connection.write(sendRequest(baseUrl));
      connections.push(connection);
    }
  }
  await expect.poll(server.connections).toBe(2 * stalls.length);
  await server.close();
  expect(server.connections()).toBe(0);
  for (const connection of connections) expect(await connection.ended).not.toBe("open");
  await expect(fetch(server.origin)).rejects.toThrow();
});

test("a stall ends with its client, or else after the longest stall", async () => {
  const server = await startFaultServer({ longestStall: 0.1 });
  const baseUrl = server.baseUrl("longest", ["stall-after-read"]);
  const patient = await openConnection(server.origin);
  await patient.write(sendRequest(baseUrl));
  expect(await patient.ended).toBe("reset");
  await server.close();

  const endless = await startFaultServer();
  const impatient = await openConnection(endless.origin);
  await impatient.write(sendRequest(endless.baseUrl("left", ["stall-after-read"])));
  await expect.poll(() => endless.run("left")?.counts.accepted).toBe(1);
  impatient.close();
  await expect.poll(endless.connections).toBe(0);
  await endless.close();
});

test("a taken port is one line, and leaves nothing open", async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
  const { port } = blocker.address() as { port: number };
  await expect(startFaultServer({ port })).rejects.toThrow(
    `Cannot listen on 127.0.0.1, port ${port}: EADDRINUSE. Choose another, or 0 for any free one.`,
  );
  blocker.close();
});
