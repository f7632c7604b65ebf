import { signal } from "@preact/signals";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

interface Question {
  title: string;
  body: string;
  /** What the button says that goes on. */
  action: string;
}

const asked = signal<(Question & { answer: (yes: boolean) => void }) | undefined>(undefined);

/** Asks before something that cannot be undone. */
export function confirmed(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer(yes) {
        asked.value = undefined;
        resolve(yes);
      },
    };
  });
}

export function ConfirmDialog() {
  const question = asked.value;
  if (!question) return null;
  const { title, body, action, answer } = question;
  return (
    <Dialog title={title} onClose={() => answer(false)}>
      <p>{body}</p>
      <div class="actions actions-end">
        <Button onPress={() => answer(false)}>Cancel</Button>
        <Button kind="danger" onPress={() => answer(true)}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
