import type { Node } from "mdast";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { type Guide, parseGuide } from "../src/guides/guide.ts";
import { bundle, errorCodes, guides } from "./site.ts";

/** Words in capitals that are no error codes: variables of the environment. */
const variables = new Set([
  "APP_ENV",
  "GCM_API_KEY",
  "GCM_WEBHOOK_SECRET",
  "NODE_ENV",
  "SMS_BASE_URL",
  "SMS_CONTROL_URL",
]);

const codes = new Set([...errorCodes, ...variables]);
const events = new Set(Object.keys(bundle.webhooks));

const kinds = [
  { what: "error code", form: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/, known: codes },
  { what: "event", form: /^sms\.[a-z]+$/, known: events },
];

/** The names of a guide that mean something in the API, and that the API does not have. */
function unknownNames(guide: Guide): string[] {
  const unknown: string[] = [];
  const at = (node: Node, problem: string) =>
    unknown.push(`${guide.file}:${node.position?.start.line}: ${problem}`);
  visit(guide.tree, (node) => {
    if (node.type === "inlineCode")
      for (const { what, form, known } of kinds)
        if (form.test(node.value) && !known.has(node.value))
          at(node, `There is no ${what} ${node.value}.`);
    if (node.type === "link" && node.url.startsWith("error:")) {
      const code = node.url.slice("error:".length);
      if (!errorCodes.includes(code)) at(node, `There is no error code ${code}.`);
    }
  });
  return unknown;
}

test.each(guides)("$slug names only what the API has", (guide) => {
  expect(unknownNames(guide)).toEqual([]);
});

describe("a name that the API does not have", () => {
  const matter = "---\ntitle: T\ndescription: D\ngroup: Start\norder: 1\n---\n\n";

  test.each([
    ["`NO_SUCH_CODE`", "There is no error code NO_SUCH_CODE."],
    ["[x](error:NO_SUCH_CODE)", "There is no error code NO_SUCH_CODE."],
    ["`sms.eaten`", "There is no event sms.eaten."],
  ])("is told with its place: %s", (text, problem) => {
    const guide = parseGuide(`${matter}${text}\n`, "page.md");
    expect(unknownNames(guide)).toEqual([
      expect.stringMatching(/^packages\/docs\/pages\/page\.md:\d+: /),
    ]);
    expect(unknownNames(guide)[0]).toContain(problem);
  });

  test("is not a variable, a code or an event that there is", () => {
    const names = [...variables, ...errorCodes, ...events].map((name) => `\`${name}\``).join(" ");
    expect(unknownNames(parseGuide(matter + names, "page.md"))).toEqual([]);
  });
});
