import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readDocument } from "@getclickmedia/sms-document";
import { growDocument, readModel } from "@getclickmedia/sms-sdk-model";
import { run } from "@getclickmedia/sms-test-tools";
import { expect, test } from "vitest";
import { generatedFiles } from "../generate/generated-files.ts";
import { writeFiles } from "../generate/write-files.ts";
import { folder, hasPython, python } from "./python.ts";

/** Uses what the document has grown by: the argument goes out, and the fields come back with their types. */
const consumer = `
import json
from datetime import datetime

from getclickmedia import SmsClient
from getclickmedia._http import httpx
from getclickmedia.webhooks import SmsDeliveredEvent, parse, sign

bodies: list[dict[str, str]] = []


def answer(request: httpx.Request) -> httpx.Response:
    bodies.append(json.loads(request.content))
    return httpx.Response(200, json={"messageId": "m", "acceptedAt": "2026-06-23T10:30:00Z"})


client = SmsClient(
    api_key="gcm_test_grown", http_client=httpx.Client(transport=httpx.MockTransport(answer))
)
sent = client.send(
    to="919876543210",
    message="Hi",
    sender_id="GCMDIA",
    template_id="1",
    type="transactional",
    callback_tag="spring",
)
moment: datetime | None = sent.accepted_at
assert moment is not None
assert moment.utcoffset() is not None
assert bodies[0]["callbackTag"] == "spring"

body = json.dumps({"event": "sms.delivered", "hopCount": 3})
event = parse(body, sign(body, "s"), "s")
assert isinstance(event, SmsDeliveredEvent)
hops: int | None = event.hop_count
print(hops)
`;

test.skipIf(!hasPython)("what the API adds is there without a hand's turn", async () => {
  const copy = mkdtempSync(join(tmpdir(), "grown-"));
  cpSync(join(folder, "src"), copy, { recursive: true });
  const document = await readDocument();
  growDocument(document);
  const generated = pathToFileURL(join(copy, "getclickmedia", "_generated", "/"));
  await writeFiles(generated, await generatedFiles(readModel(document)));
  writeFileSync(join(copy, "consumer.py"), consumer);

  const env = { PYTHONPATH: copy, MYPYPATH: copy };
  const check = [python, "-m", "mypy", "--strict", "--no-incremental", "consumer.py"];
  await expect(run(check, { cwd: copy, env })).resolves.toMatchObject({ status: 0 });
  const laidOut = [
    python,
    "-m",
    "ruff",
    "format",
    "--check",
    "--config",
    join(folder, "pyproject.toml"),
    "getclickmedia",
  ];
  await expect(run(laidOut, { cwd: copy })).resolves.toMatchObject({ status: 0 });
  await expect(run([python, "consumer.py"], { cwd: copy, env })).resolves.toEqual({
    status: 0,
    output: "3\n",
  });
});
