/**
 * When what has the focus is taken out of the page, by an action or by a change elsewhere, the browser drops
 * the focus, and who uses the keyboard would start again at the top. This gives it back to what had it before
 * a dialog, or else to the heading of the nearest part that is still there.
 */
export function keepFocus(root: HTMLElement): void {
  /** What had the focus last, outside of dialogs; `null` when it was left on purpose. */
  let focused: HTMLElement | null = null;
  /** The parts around it, the nearest one first. They are noted while it is in the page. */
  let parts: Element[] = [];

  const isDropped = () =>
    document.activeElement === document.body && root.querySelector("dialog[open]") === null;

  root.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement) || target.closest("dialog")) return;
    focused = target;
    parts = [];
    for (let at = target.parentElement; at; at = at.parentElement) {
      if (at.matches("section, main")) parts.push(at);
    }
  });

  root.addEventListener("focusout", ({ target }) => {
    queueMicrotask(() => {
      // As by a click beside everything.
      if (target === focused && focused?.isConnected && isDropped()) focused = null;
    });
  });

  new MutationObserver(() => {
    if (!focused || !isDropped()) return;
    const headings = parts
      .filter((part) => part.isConnected)
      .map((part) => part.querySelector<HTMLElement>(":is(h1, h2, h3)[tabindex]"));
    const next = focused.isConnected ? focused : headings.find((heading) => heading !== null);
    focused = null;
    next?.focus();
  }).observe(root, { childList: true, subtree: true });
}
