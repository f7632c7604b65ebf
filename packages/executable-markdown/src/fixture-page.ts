import type { Page } from "./page.ts";
import { readPage } from "./read-page.ts";

/** A page of a test, whose text begins at line 7. */
export function fixturePage(text: string, more = ""): Page {
  const frontMatter = `---
title: A page
description: For a test.
group: Tests
order: 1${more}
---
`;
  return readPage(frontMatter + text, "pages/test.md");
}
