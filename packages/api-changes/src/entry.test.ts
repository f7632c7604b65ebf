import { expect, test } from "vitest";
import type { Change } from "./change.ts";
import type { OpenApiDocument } from "./document.ts";
import { changesEntry, firstEntry } from "./entry.ts";
import { entryHtml } from "./entry-html.ts";
import { entryMarkdown } from "./entry-markdown.ts";

const change = (rest: Partial<Change>): Change => ({
  rating: "minor",
  rule: "r",
  directions: [],
  operations: ["POST /sms/send"],
  pointer: "/",
  what: "Field `a` was added.",
  todo: "Nothing.",
  ...rest,
});

const entry = changesEntry("1.1.0", [
  change({}),
  change({ rating: "patch", operations: [], what: "`description` of <b>&\"'</b> changed." }),
  change({ rating: "major", what: "Pattern `^<&>$` was set.", todo: "Keep to `it`." }),
  change({ what: "Field `a` was added." }),
  change({
    operations: ["A /a", "B /b", "C /c", "D /d", "webhook e"],
    what: "Code `` a`b `` was added.",
  }),
]);

test("an entry as Markdown", () => {
  expect(entryMarkdown(entry)).toMatchInlineSnapshot(`
    "## Version 1.1.0

    ### Breaking

    - \`POST /sms/send\`: Pattern \`^<&>$\` was set. Keep to \`it\`.

    ### Added

    - \`POST /sms/send\`: Field \`a\` was added.
    - 4 calls and 1 webhook: Code \`\` a\`b \`\` was added.

    ### Fixed

    - \`description\` of <b>&"'</b> changed.
    "
  `);
});

test("an entry as HTML", () => {
  expect(entryHtml(entry)).toMatchInlineSnapshot(`
    "<section>
    <h2>Version 1.1.0</h2>
    <h3>Breaking</h3>
    <ul>
    <li><strong><code>POST /sms/send</code></strong>: Pattern <code>^&lt;&amp;&gt;$</code> was set. Keep to <code>it</code>.</li>
    </ul>
    <h3>Added</h3>
    <ul>
    <li><strong><code>POST /sms/send</code></strong>: Field <code>a</code> was added.</li>
    <li><strong>4 calls and 1 webhook</strong>: Code <code>a\`b</code> was added.</li>
    </ul>
    <h3>Fixed</h3>
    <ul>
    <li><code>description</code> of &lt;b&gt;&amp;&quot;&#39;&lt;/b&gt; changed.</li>
    </ul>
    </section>
    "
  `);
});

test("the entry of the first version lists what there is, and its texts mean themselves", () => {
  const document: OpenApiDocument = {
    openapi: "3.1.1",
    info: { version: "1.0.0" },
    paths: { "/a": { get: { operationId: "getA", summary: "Read *all* <b>" } } },
    webhooks: { "a.done": { post: { operationId: "receiveDone", summary: "Done" } } },
  };
  const link = (operationId: string, text: string) => `[${text}](operation:${operationId})`;
  expect(entryMarkdown(firstEntry(document, link))).toMatchInlineSnapshot(`
    "## Version 1.0.0

    ### Calls

    - [\`GET /a\`](operation:getA): Read \\*all\\* \\<b\\>

    ### Webhooks

    - [\`a.done\`](operation:receiveDone): Done
    "
  `);
  expect(entryHtml(firstEntry(document))).toMatchInlineSnapshot(`
    "<section>
    <h2>Version 1.0.0</h2>
    <h3>Calls</h3>
    <ul>
    <li><code>GET /a</code>: Read *all* &lt;b&gt;</li>
    </ul>
    <h3>Webhooks</h3>
    <ul>
    <li><code>a.done</code>: Done</li>
    </ul>
    </section>
    "
  `);
});

test("what comes next has no version yet, and may be nothing", () => {
  expect(entryMarkdown(changesEntry(undefined, []))).toBe(
    "## Next version\n\nThe API is the same.\n",
  );
  expect(entryHtml(changesEntry(undefined, []))).toContain(
    "<h2>Next version</h2>\n<p>The API is the same.</p>",
  );
});
