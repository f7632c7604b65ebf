import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Notices } from "./notice.tsx";

/** How many dialogs are open. */
export const openDialogs = signal(0);

/**
 * A window over the page. The browser keeps the focus in it, closes it with Escape, and gives the focus back
 * to where it was.
 */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    openDialogs.value += 1;
    // Closed before it is taken out of the page, or the browser would not give the focus back.
    return () => {
      shown?.close();
      openDialogs.value -= 1;
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      <Notices />
    </dialog>
  );
}
