/** Something that is on or off and changes at once. Its state is also said in words. */
export function Switch({
  label,
  on,
  words = ["On", "Off"],
  onChange,
}: {
  label: string;
  on: boolean;
  words?: [on: string, off: string];
  onChange: (on: boolean) => unknown;
}) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={on}
      aria-label={label}
      onClick={() => onChange(!on)}
    >
      <span class="switch-track" aria-hidden="true" />
      <span aria-hidden="true">{on ? words[0] : words[1]}</span>
    </button>
  );
}
