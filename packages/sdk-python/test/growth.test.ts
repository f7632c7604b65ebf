import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type ApiDocument, readDocument } from "@getclickmedia/sms-document";
import { growDocument, readModel } from "@getclickmedia/sms-sdk-model";
import { run } from "@getclickmedia/sms-test-tools";
import { expect, test } from "vitest";
import { generatedFiles } from "../generate/generated-files.ts";
import { pythonName } from "../generate/python-name.ts";
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
  const copy = await grown(growDocument, consumer);

  const env = { PYTHONPATH: copy, MYPYPATH: copy };
  const check = [python, "-m", "mypy", "--strict", "--no-incremental", "consumer.py"];
  await expect(run(check, { cwd: copy, env })).resolves.toMatchObject({ status: 0 });
  await expect(run(laidOut, { cwd: copy })).resolves.toMatchObject({ status: 0 });
  await expect(run([python, "consumer.py"], { cwd: copy, env })).resolves.toEqual({
    status: 0,
    output: "3\n",
  });
});

/** Names that Python, or the SDK, has for something else. */
const names =
  "async return match self raw httpStatus httpHeaders None date field int str list body reader onProgress replyURL".split(
    " ",
  );

/** Sends each of those, finds each in the answer, and calls the operations that are new. */
const awkwardConsumer = `
import json

from getclickmedia import SmsClient
from getclickmedia._http import httpx
from getclickmedia.testing import FakeApi

names = json.loads('${JSON.stringify(Object.fromEntries(names.map((name) => [name, pythonName(name)])))}')


def answer(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"messageId": "m", **json.loads(request.content)})


transport = httpx.MockTransport(answer)
client = SmsClient(api_key="gcm_test_grown", http_client=httpx.Client(transport=transport))
sent = client.send(
    to="919876543210",
    message="Hi",
    sender_id="GCMDIA",
    template_id="1",
    type="transactional",
    **{own: name for name, own in names.items()},
)
for name, own in names.items():
    assert sent.raw[name] == getattr(sent, own) == name
assert sent.http_status == 200

api = FakeApi()
assert api.client().create_template(name="x").message_id
assert api.client().get_usage().credits
assert [each.operation for each in api.requests] == ["create_template", "get_usage"]
`;

test.skipIf(!hasPython)("whatever names and texts the API adds, it is Python", async () => {
  const copy = await grown((document) => {
    const { schemas } = document.components;
    const description = 'Has """ and \\ in it, and ends in "so"';
    for (const owner of ["SendRequest", "SendResponse"])
      for (const name of names)
        Object.assign(schemas[owner]?.properties ?? {}, {
          [name]: { type: "string", description },
        });
    addOperations(document);
  }, awkwardConsumer);
  const env = { PYTHONPATH: copy };
  await expect(run(laidOut, { cwd: copy })).resolves.toMatchObject({ status: 0 });
  const compile = [python, "-m", "compileall", "-q", "getclickmedia"];
  await expect(run(compile, { cwd: copy })).resolves.toEqual({ status: 0, output: "" });
  await expect(run([python, "consumer.py"], { cwd: copy, env })).resolves.toEqual({
    status: 0,
    output: "",
  });
});

const laidOut = [
  ...[python, "-m", "ruff", "format", "--check"],
  ...["--config", join(folder, "pyproject.toml"), "getclickmedia"],
];

/** A copy of the sources for a document that has changed, with a program beside. */
async function grown(change: (document: ApiDocument) => void, program: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), "grown-"));
  cpSync(join(folder, "src"), copy, { recursive: true });
  const document = await readDocument();
  change(document);
  const generated = pathToFileURL(join(copy, "getclickmedia", "_generated", "/"));
  await writeFiles(generated, await generatedFiles(readModel(document)));
  writeFileSync(join(copy, "consumer.py"), program);
  return copy;
}

/** Adds a POST that says nothing to anybody, and a GET, neither of which the fake API knows more of. */
function addOperations({ paths, components }: ApiDocument): void {
  const { post } = paths["/sms/send"] as { post: object };
  const { get } = paths["/account/balance"] as { get: object };
  const name = { type: "string", description: "Its name." };
  const schema = { type: "object", description: "A.", required: ["name"], properties: { name } };
  Object.assign(components.schemas, { CreateTemplateRequest: schema });
  const content = { "application/json": { schema, examples: { a: { value: { name: "x" } } } } };
  Object.assign(paths, {
    "/templates": {
      post: { ...post, operationId: "createTemplate", requestBody: { required: true, content } },
    },
    "/account/usage": { get: { ...get, operationId: "getUsage" } },
  });
}
