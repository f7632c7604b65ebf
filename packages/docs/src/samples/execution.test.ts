import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SampleRequest } from "@getclickmedia/sms-code-samples";
import { findTool, reportMissing } from "@getclickmedia/sms-test-tools";
import { afterAll, describe, expect, test } from "vitest";
import { readBundle } from "../bundle.ts";
import { operationsOf } from "../document.ts";
import { startRecordingServer } from "./recording-server.ts";
import { runSample, sampleLanguages } from "./sample-languages.ts";
import { sampleRequest } from "./sample-request.ts";

// The samples are run as a reader would run them, against a server that records what arrives.

const bundle = await readBundle();
const server = await startRecordingServer();
const folder = await mkdtemp(join(tmpdir(), "gcm-docs-samples-"));

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const key = "gcm_test_sample";
const answer = { status: "queued", note: 'पहुँचा — "it\'s"', at: null, nested: { ok: true, n: [1] } };
const error = {
  error: { code: "INVALID_API_KEY", message: "The key is — unknown.", requestId: "r" },
};

/** Text that each language has to escape in its own way, and values that it has its own words for. */
const hostile: SampleRequest = {
  method: "POST",
  url: "https://api.getclickmedia.com/v1/sms/send",
  keyHeader: "x-api-key",
  body: {
    mediaType: "application/json",
    value: {
      quotes: `it's "quoted" and 'single' \`ticks\``,
      specials: `$HOME \${x} {$y} %s \\n \\ \\' !! #{z} C:\\temp\\`,
      lines: "one\ntwo\ttab\r\u0007",
      unicode: "आपका ऑर्डर — 😀 \u2028",
      "key-with-'quote\"": [null, true, false, 0, -1.5, "", {}],
      list: [],
    },
  },
};

const requests: [name: string, request: SampleRequest][] = [
  ...operationsOf(bundle).map((each): [string, SampleRequest] => [
    each.operation.operationId,
    sampleRequest(bundle, each),
  ]),
  ...hindiMessage(),
  ["text full of special characters", hostile],
];

for (const language of sampleLanguages) {
  const { label, needs } = language;
  const found = !needs || findTool(needs) !== undefined;
  if (!found) reportMissing(needs, `the ${label} samples are not run`);

  describe.skipIf(!found)(`the ${label} sample`, () => {
    const run = (request: SampleRequest) =>
      runSample(language, request, { folder, origin: server.url, key });

    test.each(requests)("of %s sends the example and prints the answer", async (_, request) => {
      server.answer(200, answer);
      const { exitCode, stdout } = await run(request);

      expect({ exitCode, printed: JSON.parse(stdout) }).toEqual({ exitCode: 0, printed: answer });
      expect(server.requests).toHaveLength(1);
      const [arrived] = server.requests;
      expect(arrived?.method).toBe(request.method);
      expect(arrived?.path).toBe(new URL(request.url).pathname);
      expect(arrived?.headers[request.keyHeader]).toBe(key);
      if (request.body) {
        expect(arrived?.headers["content-type"]).toBe(request.body.mediaType);
        expect(JSON.parse(arrived?.body ?? "")).toEqual(sentBy(label, request.body.value));
        // Not only equal as JSON: the text goes out as UTF-8, without escapes.
        expect(arrived?.body).toContain(request.body.value.message ?? "😀");
      } else {
        expect(arrived?.headers["content-type"]).toBeUndefined();
        expect(arrived?.body).toBe("");
      }
    });

    test.each(requests)("of %s fails on an error and shows its code", async (_, request) => {
      server.answer(401, error);
      const { exitCode, stdout, stderr } = await run(request);
      expect(exitCode).not.toBe(0);
      expect(stdout + stderr).toContain(error.error.code);
      expect(stdout + stderr).not.toContain(key);
    });
  });
}

// An empty PHP array is an empty list to json_encode; no example of the document has an empty object.
function sentBy(label: string, value: unknown): unknown {
  return label === "PHP" ? JSON.parse(JSON.stringify(value).replaceAll("{}", "[]")) : value;
}

function hindiMessage(): [string, SampleRequest][] {
  const send = operationsOf(bundle).find(({ operation }) => operation.operationId === "send");
  if (!send) return [];
  const [mediaType = "", content] =
    Object.entries(send.operation.requestBody?.content ?? {})[0] ?? [];
  const value = content?.examples?.scheduledHindi?.value as Record<string, string>;
  return [["a message in Hindi", { ...sampleRequest(bundle, send), body: { mediaType, value } }]];
}
