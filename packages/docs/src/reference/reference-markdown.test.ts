import { slug } from "github-slugger";
import { expect, test } from "vitest";
import { readBundle } from "../bundle.ts";
import { operationsOf, resolve } from "../document.ts";
import { referenceMarkdown } from "./reference-markdown.ts";
import { docsView } from "./view/docs-view.ts";

const view = docsView(await readBundle());
const text = referenceMarkdown(view);

/** What stands under the heading of an operation or a webhook. */
function section(heading: string): string {
  const [, after = ""] = `\n${text}`.split(`\n## ${heading}\n`);
  return after.split(/^## /m)[0] ?? "";
}

test("begins with the name, the version and the introduction", () => {
  expect(text.startsWith(`# ${view.info.title} ${view.info.version}\n\n`)).toBe(true);
  expect(text.endsWith("\n")).toBe(true);
});

test.each(operationsOf(view))(
  "$operation.summary has its call, samples and answers",
  ({ path, method, operation }) => {
    const own = section(operation.summary);
    expect(own).toContain(`\`${method.toUpperCase()} ${view.servers[0]?.url}${path}\``);
    for (const { label, lang, source } of operation["x-codeSamples"] ?? [])
      expect(own).toContain(`**${label}**\n\n\`\`\`${lang}\n${source.trimEnd()}\n\`\`\``);
    expect([...own.matchAll(/^### (\d+)$/gm)].map(([, status]) => status)).toEqual(
      Object.keys(operation.responses ?? {}),
    );
    for (const response of Object.values(operation.responses ?? {}))
      for (const { examples = {} } of Object.values(resolve(view, response).content ?? {}))
        for (const { value } of Object.values(examples))
          expect(own).toContain(JSON.stringify(value, null, 2));
  },
);

test("a request's fields stand with their type and whether they are required", () => {
  const own = section("Send one message");
  const { SendRequest } = view.components.schemas;
  for (const name of Object.keys(SendRequest?.properties ?? {})) {
    const required = SendRequest?.required?.includes(name) ? "yes" : "no";
    expect(own).toMatch(
      new RegExp(`^\\| \`${name}\` \\| [a-z ]+ \\| ${required} \\| .+ \\|$`, "m"),
    );
  }
});

test("parameters stand with where they belong", () => {
  const own = section("Ask how far a message has come");
  expect(own).toMatch(/^\| `messageId` \| path \| .+ \|$/m);
});

test("the fields within a field stand below it", () => {
  const { ErrorDetail } = view.components.schemas;
  const names = Object.keys(ErrorDetail?.properties ?? {});
  expect(names.length).toBeGreaterThan(0);
  const own = section("Send one message");
  for (const name of names)
    expect(own).toMatch(new RegExp(`^\\| \`error\\.${name}\` \\| string \\| yes \\| .+ \\|$`, "m"));
});

test("what a field means here stands in the place of what its type means", () => {
  expect(section("Read the counts of a batch")).toMatch(
    /^\| `total` \| integer \| yes \| How many messages the batch has\. \|$/m,
  );
});

test("the headers of an answer stand with whether they are always there", () => {
  const own = section("Send one message");
  expect(own).toMatch(/^\| `Location` \| string \| yes \| .+ \|$/m);
  expect(own).toMatch(/^\| `Retry-After` \| integer \| yes \| .+ \|$/m);
  expect(own).toMatch(/^\| `RateLimit` \| string \| no \| .+ \|$/m);
});

test("every webhook has its signature, its payload and what answers it", () => {
  for (const [event, { post }] of Object.entries(view.webhooks)) {
    expect(section(event)).toMatch(/^\| `x-gcm-signature` \| header \| .+ \|$/m);
    for (const status of Object.keys(post.responses ?? {}))
      expect(section(event)).toContain(`\n### ${status}\n`);
    const [content] = Object.values(post.requestBody?.content ?? {});
    for (const { value } of Object.values(content?.examples ?? {}))
      expect(section(event)).toContain(JSON.stringify(value, null, 2));
  }
});

test("links to operations lead to their headings", () => {
  expect(text).not.toContain("(#operation/");
  const anchors = operationsOf(view).map(({ operation }) => slug(operation.summary));
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(anchors).toContain(link);
});
