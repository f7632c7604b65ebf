import { createHash } from "node:crypto";
import type { RedocParts } from "../../reference/redoc-parts.ts";

/** The page of the site that Redoc is set into. */
export interface ReferencePage {
  /** The file in the site. */
  path: string;
  /** The script beside it, with a name that changes with its content. */
  script: { path: string; source: string };
  /** Sets Redoc into the page that the site generator wrote. */
  insert(html: string): string;
}

/** Where in the page Redoc is set in. */
const slot = '<div id="redoc-slot"></div>';

export function referencePage({ styles, content, script }: RedocParts): ReferencePage {
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 8);
  const file = `redoc.${hash}.js`;
  return {
    path: "reference/index.html",
    script: { path: `reference/${file}`, source: script },
    insert(html) {
      for (const part of [slot, "</head>"]) {
        if (!html.includes(part)) throw new Error(`The reference page lacks ${part}.`);
      }
      const loaded = `<div class="not-content" data-redoc="${file}">${content}</div>`;
      return html.replace(slot, () => loaded).replace("</head>", () => `${styles}</head>`);
    },
  };
}
