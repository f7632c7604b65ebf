/** Text for machines, as it is. It scrolls where it is long, and so can be reached by keyboard. */
export function Source({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="source" tabIndex={0} aria-label={label}>
      <pre>{text}</pre>
    </section>
  );
}
