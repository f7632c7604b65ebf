/** What Redoc's page consists of, to be set into a page of the site. */
export interface RedocParts {
  /** The style sheet that Redoc goes on writing to while it runs. */
  styles: string;
  /** The page as it is before any script has run. */
  content: string;
  /** A module that brings the page to life. */
  script: string;
}

/**
 * Takes the page that Redocly CLI wrote apart and makes it work on any static host, below any path:
 * - its links are routes behind the `#`, as Redoc makes them once it runs, instead of paths that the
 *   host does not have;
 * - the logo that Redoc loads from its maker's host is part of the script;
 * - it does not try what a content security policy forbids;
 * - it keeps the reader's choices in the browser and not in a cookie, which would go to the host.
 *
 * @throws Error when the page is not as the pinned version of Redocly CLI writes it.
 */
export function redocParts(html: string): RedocParts {
  const [, content = "", module = ""] = split(html, '<div id="redoc">', '<script type="module">');
  const [, styles = ""] = split(html, '<style data-styled="true"', "</style>");
  const [script = ""] = split(module, "</script>");
  return {
    styles: `<style data-styled="true"${styles}</style>`,
    content: `<div id="redoc">${withHashRoutes(content)}`,
    script: withoutCookie(withoutEval(withOwnLogo(script))),
  };
}

function withHashRoutes(content: string): string {
  return content.replaceAll(' href="/', ' href="#/');
}

const remoteLogo = /`https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg`/g;

const logo = `data:image/svg+xml,${encodeURIComponent(
  "<svg xmlns='http://www.w3.org/2000/svg' width='44' height='12'>" +
    "<text y='10' font-family='sans-serif' font-size='11' font-weight='700' fill='#2f7de1'>Redoc</text></svg>",
)}`;

function withOwnLogo(script: string): string {
  if (script.search(remoteLogo) === -1) throw unlike("the address of Redoc's logo");
  return script.replace(remoteLogo, JSON.stringify(logo));
}

// Redoc asks whether it may build code from text, for its own search. The policy says no, and the browser
// reports the question as a violation.
const evalProbe = /\w+\._factory\?\?=Function\(\w+\),!0/;

function withoutEval(script: string): string {
  if (script.search(evalProbe) === -1) throw unlike("the question whether it may use eval");
  return script.replace(evalProbe, "!1");
}

function withoutCookie(script: string): string {
  if (!script.includes("document.cookie")) throw unlike("the cookie that it keeps choices in");
  return script.replaceAll("document.cookie", "localStorage.redocChoices");
}

/** The text before, between and after marks that have to follow one another in it. */
function split(text: string, ...marks: string[]): string[] {
  const parts = [];
  let rest = text;
  for (const mark of marks) {
    const index = rest.indexOf(mark);
    if (index === -1) throw unlike(mark);
    parts.push(rest.slice(0, index));
    rest = rest.slice(index + mark.length);
  }
  return [...parts, rest];
}

function unlike(part: string): Error {
  return new Error(
    `The page that Redocly CLI wrote lacks ${part}. Adapt src/reference/redoc-parts.ts to its version.`,
  );
}
