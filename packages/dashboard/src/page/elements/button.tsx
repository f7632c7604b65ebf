import type { ComponentChildren } from "preact";
import type { IconName } from "./icons.tsx";
import { Icon } from "./icons.tsx";

interface ButtonProps {
  children: ComponentChildren;
  onPress?: () => unknown;
  type?: "button" | "submit";
  kind?: "plain" | "main" | "danger" | "quiet";
  icon?: IconName;
  /** It does nothing for now. It keeps the focus, which a disabled button would lose. */
  inert?: boolean;
  /** What it is called, where its own words tell too little away from their place. */
  label?: string | undefined;
  /** Whether it is the chosen one of several. */
  pressed?: boolean;
}

export function Button({
  children,
  onPress,
  type = "button",
  kind = "plain",
  icon,
  inert = false,
  label,
  pressed,
}: ButtonProps) {
  return (
    <button
      type={type}
      class={`button button-${kind}`}
      aria-disabled={inert || undefined}
      aria-label={label}
      aria-pressed={pressed}
      onClick={(event) => {
        if (inert) event.preventDefault();
        else onPress?.();
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
