import { beforeAll, describe, expect, test } from "vitest";
import { prepareEnvironment, type SampleEnvironment } from "./environment.ts";
import { fixturePage } from "./fixture-page.ts";
import { runPage } from "./open-page.ts";

let environment: SampleEnvironment;
beforeAll(async () => {
  environment = await prepareEnvironment();
}, 300_000);

const node = (verify: string) => `\`\`\`js receives="sms.delivered"
import { createServer } from "node:http";
import { parse } from "@getclickmedia/sms-sdk/webhooks";

createServer(async (request, response) => {
  try {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    ${verify}
    console.log(event.messageId, event.status, request.url);
    response.writeHead(204).end();
  } catch {
    response.writeHead(400).end();
  }
}).listen(process.env.PORT);
\`\`\`
`;
const checked =
  'const event = await parse(body, request.headers["x-gcm-signature"], process.env.GCM_WEBHOOK_SECRET);';
const unchecked = "const event = JSON.parse(body);";

const python = `\`\`\`python receives="sms.delivered"
import os
from http.server import BaseHTTPRequestHandler, HTTPServer

from getclickmedia import webhooks


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        try:
            event = webhooks.parse(body, self.headers["x-gcm-signature"], os.environ["GCM_WEBHOOK_SECRET"])
        except webhooks.WebhookError:
            self.send_response(400)
        else:
            print(event.message_id, event.status, self.path)
            self.send_response(204)
        self.end_headers()


HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Receiver).serve_forever()
\`\`\`
`;

const php = `\`\`\`php receives="sms.delivered"
<?php
require 'vendor/autoload.php';

use GetClickMedia\\Sms\\Webhook\\WebhookException;
use GetClickMedia\\Sms\\Webhooks;

try {
    $event = Webhooks::parse(
        file_get_contents('php://input'),
        $_SERVER['HTTP_X_GCM_SIGNATURE'] ?? null,
        getenv('GCM_WEBHOOK_SECRET'),
    );
} catch (WebhookException $exception) {
    http_response_code($exception->status());
    exit;
}
file_put_contents('php://stdout', "{$event->messageId} {$event->raw['status']} {$_SERVER['REQUEST_URI']}\\n");
http_response_code(204);
\`\`\`
`;

const output = "```text output\ngcm_msg_1a2b3c4d5e delivered /webhooks/sms\n```\n";

async function reasons(text: string): Promise<string[]> {
  const page = fixturePage(text);
  expect(page.problems).toEqual([]);
  return (await runPage(page, environment)).map(({ reason, outcome }) => reason ?? outcome);
}

describe("a receiver", () => {
  test("handles the example of the document and refuses a forged one, in each language", async () => {
    const all = await reasons(node(checked) + python + php + output);
    expect(all).toEqual(["passed", "passed", "passed"]);
  });

  test("that accepts a forged body fails", async () => {
    const [reason] = await reasons(node(unchecked) + output);
    expect(reason).toBe(
      "pages/test.md:7: js: a forged sms.delivered is answered with 204, and not with 4xx",
    );
  });

  test("that handles a forged body, and refuses it afterwards, fails", async () => {
    const late = `${unchecked}\n    console.log("got one");\n    ${checked.replace("const event =", "")}`;
    const [reason] = await reasons(node(late) + output);
    expect(reason).toContain("it handles a forged sms.delivered");
  });

  test("that accepts a webhook without a signature fails", async () => {
    const optional = `let event = JSON.parse(body);
    if (request.headers["x-gcm-signature"]) { ${checked.replace("const ", "")} }`;
    const [reason] = await reasons(node(optional) + output);
    expect(reason).toContain("an unsigned sms.delivered is answered with 204, and not with 4xx");
  });

  test("that verifies what it has parsed, and not the bytes, fails", async () => {
    const again = checked.replace("parse(body,", "parse(JSON.stringify(JSON.parse(body)),");
    const [reason] = await reasons(node(again) + output);
    expect(reason).toContain("with a right signature is answered with 400, and not with 2xx");
  });

  test("that ends when a request breaks off fails", async () => {
    const read = `    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
`;
    const fragile = node(checked).replace(`  try {\n${read}`, `${read}  try {\n`);
    const [reason] = await reasons(fragile + output);
    expect(reason).toContain("is answered with nothing, and not with 2xx");
  });

  test("that ends after it has refused one without a signature fails", async () => {
    const brittle = node(checked).replace(
      "writeHead(400).end()",
      'writeHead(400).end(() => request.headers["x-gcm-signature"] || process.exit(1))',
    );
    const [reason] = await reasons(brittle + output);
    expect(reason).toContain("it does not go on serving");
  });

  test("that refuses a right signature fails", async () => {
    const wrong = checked.replace("process.env.GCM_WEBHOOK_SECRET", '"another secret"');
    const [reason] = await reasons(node(wrong) + output);
    expect(reason).toContain("with a right signature is answered with 400, and not with 2xx");
  });

  test("that writes something else fails", async () => {
    const [reason] = await reasons(node(checked) + output.replace("delivered /", "failed /"));
    expect(reason).toContain("- gcm_msg_1a2b3c4d5e failed /webhooks/sms");
  });

  test("that does not listen fails", async () => {
    const text = `\`\`\`js receives="sms.delivered"\nconsole.error("no");\n\`\`\`\n${output}`;
    const [reason] = await reasons(text);
    expect(reason).toContain("it does not listen on the port in PORT");
    expect(reason).toContain("  no");
  });

  test("may listen at another path", async () => {
    const elsewhere = node(checked).replace('delivered"\n', 'delivered" path="/sms"\n');
    expect(await reasons(elsewhere + output.replace("/webhooks/sms", "/sms"))).toEqual(["passed"]);
  });
});
