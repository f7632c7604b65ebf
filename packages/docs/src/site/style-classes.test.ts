import { expect, test } from "vitest";
import { StyleClasses } from "./style-classes.ts";

const page = (content: string) =>
  `<!DOCTYPE html><html><head></head><body>${content}</body></html>`;

test("styles become classes of one style sheet, the same style the same class", () => {
  const styles = new StyleClasses();
  const html = styles.replaceIn(
    page('<p style="color:red">a</p><p class="x" style="color:red">b</p><p style="--0:#fff">c</p>'),
  );
  const [, name = ""] = /<p class="([\w-]+)">a/.exec(html) ?? [];
  const [, other = ""] = /<p class="([\w-]+)">c/.exec(html) ?? [];
  expect(html).toContain(`<p class="x ${name}">b</p>`);
  expect(html).not.toContain("style=");
  expect(other).not.toBe(name);
  expect(styles.css()).toBe(`.${name}{color:red}\n.${other}{--0:#fff}\n`);
});

test("several pages share the style sheet", () => {
  const styles = new StyleClasses();
  const [first, second] = [1, 2].map(() => styles.replaceIn(page('<b style="color:red">a</b>')));
  expect(first).toBe(second);
  expect(styles.css().match(/color:red/g)).toHaveLength(1);
});

test("a template has classes too, because a script shows what is in it", () => {
  const html = new StyleClasses().replaceIn(
    page('<template><i style="color:red">a</i></template>'),
  );
  expect(html).toMatch(/<template><i class="s-[0-9a-f]{8}">/);
});

test("what a script shows later is not hidden where the script cannot reach it", () => {
  const styles = new StyleClasses();
  expect(styles.replaceIn(page('<kbd style="display: none;">K</kbd>'))).toContain("<kbd>K</kbd>");
  expect(styles.css()).toBe("");
});

test("a page without styles stays as it is", () => {
  const html = page('<p class="x">a &amp; b</p><script>if (1 < 2) x("style=")</script>');
  expect(new StyleClasses().replaceIn(html)).toBe(html);
});

test("the generator's style sheets find what it coloured by the class", () => {
  const css = ".ec-line :where(span[style^='--']:not([class])) { color: var(--0) }";
  expect(new StyleClasses().selectIn(css)).toBe(
    ".ec-line :where(span[class^='s-']) { color: var(--0) }",
  );
});
