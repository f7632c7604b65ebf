import { beforeAll, expect, test } from "vitest";
import { prepareEnvironment, type SampleEnvironment } from "./environment.ts";
import { readPage } from "./read-page.ts";
import { typeProblems } from "./type-problems.ts";

const matter = "---\ntitle: T\ndescription: D\ngroup: G\norder: 1\n---\n\n";
let environment: SampleEnvironment;
beforeAll(async () => {
  environment = await prepareEnvironment();
});

async function problemsOf(...fences: string[]) {
  const problems = await typeProblems(
    readPage(matter + fences.join("\n\n"), "page.md"),
    environment,
  );
  return problems.map(({ line, message }) => `${line}: ${message}`);
}

const head = 'import { SmsClient } from "@getclickmedia/sms-sdk";\n';

test("an option that the SDK does not have is told, with its own line", async () => {
  const sample = `\`\`\`js\n${head}new SmsClient({\n  maxRetrys: 0,\n});\n\`\`\`\n\n\`\`\`text output\n\`\`\``;
  expect(await problemsOf(sample)).toEqual([expect.stringMatching(/^11: .*maxRetrys/)]);
});

test("so are a field, an export and a property that it does not have, in files too", async () => {
  expect(
    await problemsOf(
      '```ts file="a.ts"\nimport { SmsKlient } from "@getclickmedia/sms-sdk";\nSmsKlient;\n```',
      `\`\`\`js\n${head}const { credit } = await new SmsClient().getBalance();\n\`\`\``,
    ),
  ).toEqual([expect.stringMatching(/^9: .*SmsKlient/), expect.stringMatching(/^15: .*credit/)]);
});

test("what is right, and what is only not annotated, is let through", async () => {
  const sample = `${head}const message = { type: "promotional" };\nawait new SmsClient().send(message);`;
  expect(await problemsOf(`\`\`\`js\n${sample}\n\`\`\``)).toEqual([]);
});

test("a page without JavaScript has none", async () => {
  expect(await problemsOf("```python offline\nprint(1)\n```", "```text output\n1\n```")).toEqual(
    [],
  );
});
