import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDocument } from "@getclickmedia/sms-document";
import { listen } from "@getclickmedia/sms-listen";
import { growDocument } from "@getclickmedia/sms-sdk-model";
import { findTool, reportMissing, run } from "@getclickmedia/sms-test-tools";
import { expect, test } from "vitest";
import { generatedFiles } from "../generate/generated-files.ts";
import { writeFiles } from "../generate/write-files.ts";
import { root } from "./root.ts";

const php = findTool("php") ?? "";
if (!php) reportMissing("php", "what is added to the document is not tried in PHP");

/** What an application does with the new fields. */
const consumer = `<?php
declare(strict_types=1);
spl_autoload_register(static function (string $class): void {
    require __DIR__ . '/src/' . strtr(substr($class, strlen('GetClickMedia\\\\Sms\\\\')), '\\\\', '/') . '.php';
});
$client = new GetClickMedia\\Sms\\SmsClient(apiKey: 'gcm_test_growth', baseUrl: $argv[1]);
$sent = $client->send(
    to: '919876543210',
    message: 'x',
    senderId: 'GCMDIA',
    templateId: '1',
    type: 'promotional',
    callbackTag: 'order-7',
);
$receipt = GetClickMedia\\Sms\\Testing\\FakeApi::signedReceipt('sms.delivered', 'secret', ['hopCount' => 3]);
$event = GetClickMedia\\Sms\\Webhooks::parse($receipt->body, $receipt->signature, 'secret');
assert($event instanceof GetClickMedia\\Sms\\Event\\SmsDeliveredEvent);
$types = static fn (string $class, string $name): string => (string) (new ReflectionProperty($class, $name))->getType();
echo json_encode([
    $sent->acceptedAt?->format('c'),
    $types($sent::class, 'acceptedAt'),
    $event->hopCount,
    $types($event::class, 'hopCount'),
]);
`;

test.skipIf(!php)(
  "what is added to the document is in the SDK that is generated from it",
  async () => {
    const copy = mkdtempSync(join(tmpdir(), "grown-"));
    cpSync(join(root, "src"), join(copy, "src"), { recursive: true });
    const document = await readDocument();
    growDocument(document);
    writeFiles(copy, await generatedFiles(document));
    writeFileSync(join(copy, "consumer.php"), consumer);
    const bodies: unknown[] = [];
    const server = createServer(async (request, response) => {
      bodies.push(JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString()));
      response.end('{"messageId":"gcm_msg_1","acceptedAt":"2026-06-23T10:30:00Z"}');
    });
    const { origin, close } = await listen(server, 0, "127.0.0.1");

    const { output } = await run([
      php,
      "-d",
      "zend.assertions=1",
      join(copy, "consumer.php"),
      origin,
    ]);
    await close();

    expect(JSON.parse(output)).toEqual([
      "2026-06-23T10:30:00+00:00",
      "?DateTimeImmutable",
      3,
      "?int",
    ]);
    expect(bodies).toMatchObject([{ callbackTag: "order-7" }]);
  },
);
