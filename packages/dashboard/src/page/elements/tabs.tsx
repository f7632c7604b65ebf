import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";

/** Several views in one place. The arrow keys go from tab to tab. */
export function Tabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { title: string; body: () => ComponentChildren }[];
}) {
  const id = useId();
  const [chosen, setChosen] = useState(0);

  function onKeyDown(event: KeyboardEvent) {
    const to = { ArrowRight: chosen + 1, ArrowLeft: chosen - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + tabs.length) % tabs.length;
    setChosen(index);
    document.getElementById(`${id}-tab-${index}`)?.focus();
  }

  return (
    <div class="tabs">
      <div role="tablist" aria-label={label}>
        {tabs.map(({ title }, index) => (
          <button
            key={title}
            type="button"
            role="tab"
            id={`${id}-tab-${index}`}
            aria-selected={index === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => setChosen(index)}
            onKeyDown={onKeyDown}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${chosen}`}>
        {tabs[chosen]?.body()}
      </div>
    </div>
  );
}
