import { createHash } from "node:crypto";

/**
 * Makes the page that Redocly CLI wrote work on any static host, below any path, and talk to no other:
 * - its links are routes behind the `#`, as Redoc makes them once it runs, instead of paths that the
 *   host does not have;
 * - the logo that Redoc loads from its maker's host is part of the page;
 * - a content security policy allows nothing but the page's own scripts, by their hashes.
 *
 * @throws Error when the page is not as the pinned version of Redocly CLI writes it.
 */
export function staticPage(html: string): string {
  return [hashRoutes, ownLogo, contentSecurityPolicy].reduce((page, step) => step(page), html);
}

function hashRoutes(html: string): string {
  const start = indexIn(html, '<div id="redoc">');
  const end = indexIn(html, '<script type="module">');
  const rendered = html.slice(start, end).replaceAll(' href="/', ' href="#/');
  return html.slice(0, start) + rendered + html.slice(end);
}

const remoteLogo = /`https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg`/g;

const logo = `data:image/svg+xml,${encodeURIComponent(
  "<svg xmlns='http://www.w3.org/2000/svg' width='44' height='12'>" +
    "<text y='10' font-family='sans-serif' font-size='11' font-weight='700' fill='#2f7de1'>Redoc</text></svg>",
)}`;

function ownLogo(html: string): string {
  if (html.search(remoteLogo) === -1) throw unlike("the address of Redoc's logo");
  return html.replace(remoteLogo, JSON.stringify(logo));
}

function contentSecurityPolicy(html: string): string {
  const scripts = [...html.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)];
  const hashes = scripts.map(([, source = ""]) => {
    const hash = createHash("sha256").update(source).digest("base64");
    return `'sha256-${hash}'`;
  });
  const policy = [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    // Redoc writes its styles while it runs.
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src data:",
    "connect-src 'self'",
    // The search index is built in a worker that Redoc makes from a string.
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const slot = '<meta http-equiv="Content-Security-Policy" content="">';
  indexIn(html, slot);
  return html.replace(slot, () => slot.replace('content=""', `content="${policy}"`));
}

function indexIn(html: string, part: string): number {
  const index = html.indexOf(part);
  if (index === -1) throw unlike(part);
  return index;
}

function unlike(part: string): Error {
  return new Error(
    `The page that Redocly CLI wrote lacks ${part}. Adapt src/static-page.ts to its version.`,
  );
}
