// The search loads its field when the browser has nothing else to do. A reader may be faster, and a busy browser may
// never come to rest: so it is loaded after a moment all the same, and gets what was typed until then.

const patience = 1_000;

// Where there is no such function, as in Safari, the search does not wait for it.
if ("requestIdleCallback" in window) {
  const whenIdle = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (callback, options) =>
    whenIdle(callback, { timeout: patience, ...options });
}

const dialog = document.querySelector<HTMLDialogElement>("site-search dialog");

if (dialog) {
  let typed = "";
  const keep = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey) return;
    if (key === "Backspace") typed = typed.slice(0, -1);
    if (key.length === 1) typed += key;
  };
  dialog.addEventListener("keydown", keep);

  const loading = new MutationObserver(() => {
    if (!dialog.open) typed = "";
    const field = dialog.querySelector("input");
    if (!field) return;
    loading.disconnect();
    dialog.removeEventListener("keydown", keep);
    if (dialog.open) field.focus();
    if (typed === "") return;
    field.value = typed;
    field.dispatchEvent(new Event("input"));
  });
  loading.observe(dialog, { childList: true, subtree: true, attributeFilter: ["open"] });
}
