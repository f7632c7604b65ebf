import { expect, test } from "vitest";
import { referencePage } from "./reference-page.ts";

const parts = { styles: "<style>$& s</style>", content: "<p>$1 Redoc</p>", script: "run()" };
const html = '<html><head></head><body><div id="redoc-slot"></div></body></html>';

test("Redoc stands in the place of the slot, with its styles, and names its script", () => {
  const { insert, script } = referencePage(parts);
  const file = script.path.replace("reference/", "");
  expect(insert(html)).toBe(
    `<html><head><style>$& s</style></head><body><div class="not-content" data-redoc="${file}"><p>$1 Redoc</p></div></body></html>`,
  );
});

test("the script lies beside the page under a name that changes with it", () => {
  const [one, other] = ["run()", "run(1)"].map((script) => referencePage({ ...parts, script }));
  expect(one?.path).toBe("reference/index.html");
  expect(one?.script.source).toBe("run()");
  expect(one?.script.path).toMatch(/^reference\/redoc\.[0-9a-f]{8}\.js$/);
  expect(other?.script.path).not.toBe(one?.script.path);
});

test.each(['<div id="redoc-slot"></div>', "</head>"])("a page without %s is told", (part) => {
  const { insert } = referencePage(parts);
  expect(() => insert(html.replace(part, ""))).toThrow(`The reference page lacks ${part}.`);
});
