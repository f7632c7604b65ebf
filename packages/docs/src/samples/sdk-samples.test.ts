import { inspect } from "node:util";
import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import {
  openPage,
  prepareEnvironment,
  problemLine,
  readPage,
} from "@getclickmedia/sms-executable-markdown";
import { afterAll, expect, test } from "vitest";
import { readBundle } from "../bundle.ts";
import { operationsOf as operationsOfBundle } from "../document.ts";
import { withCodeSamples } from "../reference/view/code-samples.ts";

// The samples of the reference that use an SDK, written into a page as those of a guide are, and run as such:
// against the mock, each has to print the answer that the reference shows beside it.

type Answer = Record<string, string | number | boolean | null>;

/** How each language prints what an SDK returns. */
const printed: Record<string, (answer: Answer) => string> = {
  javascript: (answer) => inspect(answer),
  python: (answer) => {
    const entries = Object.entries(answer).map(([name, value]) => `'${name}': ${inPython(value)}`);
    return `{${entries.join(", ")}}`;
  },
  php: (answer) => {
    const entries = Object.entries(answer).map(
      ([name, value]) => `    [${name}] => ${inPhp(value)}`,
    );
    return ["Array", "(", ...entries, ")"].join("\n");
  },
};
/** A bulk send prints whether all recipients were accepted. */
const complete: Record<string, string> = { javascript: "true", python: "True", php: "1" };

const answers = new Map(
  operationsOf(await readDocument()).map(({ operationId, responses }) => {
    const [, success] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
    const [example] = examplesOf(success);
    return [operationId, example?.[1].value as Answer];
  }),
);
const samples = operationsOfBundle(withCodeSamples(await readBundle())).flatMap(({ operation }) =>
  (operation["x-codeSamples"] ?? [])
    .filter(({ source }) => source.includes("SmsClient"))
    .map((sample) => ({ operationId: operation.operationId, ...sample })),
);
const fences = samples.map(({ operationId, lang, source }) => {
  const output =
    operationId === "sendBulk" ? complete[lang] : printed[lang]?.(answers.get(operationId) ?? {});
  const language = lang === "javascript" ? "js" : lang;
  return `## ${operationId}\n\n\`\`\`${language}\n${source}\`\`\`\n\n\`\`\`text output\n${output}\n\`\`\`\n`;
});
const matter =
  "title: SDK samples\ndescription: Of the reference.\ngroup: Start\norder: 1\nserver: mock";
const page = readPage(`---\n${matter}\n---\n\n${fences.join("\n")}`, "the reference");
const open = await openPage(page, await prepareEnvironment());

afterAll(() => open.close());

test("every operation has one in each language with an SDK", () => {
  expect(page.problems.map(problemLine)).toEqual([]);
  expect(samples).toHaveLength(answers.size * 3);
  expect(page.runnables).toHaveLength(samples.length);
});

for (const [index, runnable] of page.runnables.entries()) {
  const { operationId, label } = samples[index] ?? {};
  test(`${operationId} in ${label}`, { timeout: 180_000 }, async ({ skip }) => {
    const { outcome, reason } = await open.run(runnable);
    skip(outcome === "skipped", reason);
    if (outcome === "failed") expect.fail(reason ?? "");
  });
}

function inPython(value: Answer[string]): string {
  if (typeof value === "string") return `'${value}'`;
  if (typeof value === "boolean") return value ? "True" : "False";
  return value === null ? "None" : String(value);
}

function inPhp(value: Answer[string]): string {
  if (typeof value === "boolean") return value ? "1" : "";
  return value === null ? "" : String(value);
}
