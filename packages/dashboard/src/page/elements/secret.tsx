import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Button } from "./button.tsx";
import { CopyButton } from "./copy-button.tsx";
import { Dialog } from "./dialog.tsx";

interface Secret {
  title: string;
  /** What the secret is called. */
  label: string;
  value: string;
  note: string;
  /** What else can be done with it. */
  extra?: (close: () => void) => ComponentChildren;
}

const shown = signal<Secret | undefined>(undefined);

/** Shows what the sandbox tells only once. It is kept nowhere. */
export function showOnce(secret: Secret): void {
  shown.value = secret;
}

export function SecretDialog() {
  const id = useId();
  const secret = shown.value;
  if (!secret) return null;
  const close = () => {
    shown.value = undefined;
  };
  return (
    <Dialog title={secret.title} onClose={close}>
      <p>{secret.note}</p>
      <div class="field">
        <label for={id}>{secret.label}</label>
        <div class="copy-line">
          <input
            id={id}
            class="code"
            readOnly
            value={secret.value}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton what={secret.label.toLowerCase()} text={secret.value} />
        </div>
      </div>
      <div class="actions actions-end">
        {secret.extra?.(close)}
        <Button kind="main" onPress={close}>
          I have kept it
        </Button>
      </div>
    </Dialog>
  );
}
