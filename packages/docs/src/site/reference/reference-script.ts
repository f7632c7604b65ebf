// The overview is in the page as text. Redoc, which is large, is loaded when a reader asks for something
// else, or does anything at all with the page, or has looked at it for a while.

const signs = [
  "pointermove",
  "pointerdown",
  "touchstart",
  "wheel",
  "keydown",
  "focusin",
  "hashchange",
];
const patience = 10_000;

let loaded = false;

function load(): void {
  if (loaded) return;
  loaded = true;
  for (const sign of signs) removeEventListener(sign, load);
  const source = document.querySelector<HTMLElement>("[data-redoc]")?.dataset.redoc ?? "";
  import(/* @vite-ignore */ new URL(source, location.href).href);
}

if (location.hash) load();
for (const sign of signs) addEventListener(sign, load, { passive: true });
setTimeout(load, patience);

// The navigation marks the operation that is shown, and keeps its group open.

const links = [
  ...document.querySelectorAll<HTMLAnchorElement>(
    'nav.sidebar a[href*="#/"], nav.sidebar a[aria-current]',
  ),
];

function mark(): void {
  const shown = links.find((link) => new URL(link.href).hash === location.hash) ?? links[0];
  for (const link of links) {
    if (link === shown) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  shown?.closest("details")?.setAttribute("open", "");
}

// On a telephone the navigation lies over the page: it gives way to what was chosen in it.
function closeMenu(): void {
  document.querySelector<HTMLElement>(":popover-open")?.hidePopover();
}

mark();
addEventListener("hashchange", closeMenu);
addEventListener("hashchange", mark);
addEventListener("popstate", mark);

// The way past the navigation is a link to a place in the page, which would be a route that Redoc does not know.
document.querySelector(".sl-skip-link")?.addEventListener("click", (event) => {
  event.preventDefault();
  const content = document.querySelector("main");
  content?.setAttribute("tabindex", "-1");
  content?.focus();
});
