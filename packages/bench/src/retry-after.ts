import { createServer } from "node:http";
import { listen } from "@getclickmedia/sms-listen";
import { SmsClient } from "@getclickmedia/sms-sdk";
import { exampleSend } from "./example-send.ts";
import { median } from "./statistics.ts";
import { table } from "./table.ts";

// How late the SDK comes back after `Retry-After`, in both forms of the header, many calls at a time. The server runs
// in the same process, so what its event loop takes counts too.

/** How late the SDK may be, and how early, in milliseconds. */
const bounds = { late: 50, early: 0 };

const calls = 50;
const wait = 2;

type Form = "seconds" | "date";

const send = await exampleSend();
const rows = [];
for (const form of ["seconds", "date"] as const) {
  const lateness = await latenessOf(form);
  const [earliest, latest] = [Math.min(...lateness), Math.max(...lateness)];
  rows.push([form, `${median(lateness).toFixed(1)} ms`, `${latest.toFixed(1)} ms`, `${calls}`]);
  if (earliest < bounds.early || latest > bounds.late) {
    console.error(
      `Retry-After as ${form}: from ${earliest} to ${latest} ms late, which is out of bounds.`,
    );
    process.exitCode = 1;
  }
}
console.log("Retry-After: how late the call is made again\n");
console.log(table([["", "median", "latest", "calls"], ...rows]));

async function latenessOf(form: Form): Promise<number[]> {
  const due = new Map<string, number>();
  const lateness: number[] = [];
  const server = createServer((request, response) => {
    const call = String(request.headers["x-call"]);
    const time = due.get(call);
    if (time !== undefined) {
      lateness.push(Date.now() - time);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(send.answer));
      return;
    }
    // A date has whole seconds.
    const second = Math.ceil(Date.now() / 1000 + wait) * 1000;
    due.set(call, form === "date" ? second : Date.now() + wait * 1000);
    response.setHeader("retry-after", form === "date" ? new Date(second).toUTCString() : wait);
    response.writeHead(429).end();
  });
  const { origin, close } = await listen(server);
  const client = new SmsClient({ apiKey: send.apiKey, baseUrl: origin });
  const request = send.request as Parameters<SmsClient["send"]>[0];
  await Promise.all(
    Array.from({ length: calls }, (_, call) =>
      client.send(request, { headers: { "x-call": `${call}` } }),
    ),
  );
  await close();
  return lateness;
}
