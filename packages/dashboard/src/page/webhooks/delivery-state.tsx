import type { Control } from "../api/control.ts";
import { Icon, type IconName } from "../elements/icons.tsx";
import { capitalized } from "../messages/status-label.tsx";

type State = Control["DeliveryState"];

const icons: Record<State, IconName> = {
  pending: "clock",
  delivered: "tick",
  failed: "cross",
  stopped: "forbidden",
};

/** What has become of a delivery, as a sign and a word. */
export function DeliveryState({ state }: { state: State }) {
  return (
    <span class={`chip delivery-${state}`}>
      <Icon name={icons[state]} />
      {capitalized(state)}
    </span>
  );
}
