import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** A part of a section, with its own heading. */
export function Panel({
  title,
  aside,
  children,
}: {
  title: string;
  /** Stands beside the heading. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="panel" aria-labelledby={id}>
      <div class="panel-head">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
