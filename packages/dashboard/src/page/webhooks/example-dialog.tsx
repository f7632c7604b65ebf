import { webhookEvents } from "@getclickmedia/sms-types";
import { useState } from "preact/hooks";
import { answerOf, control } from "../api/control.ts";
import { type Problem, problemOf } from "../api/problem.ts";
import { Button } from "../elements/button.tsx";
import { Dialog } from "../elements/dialog.tsx";
import { SelectField, TextField } from "../elements/fields.tsx";
import { ProblemBox } from "../elements/problem.tsx";

const events = Object.values(webhookEvents).map(({ name, description }) => ({
  value: name,
  label: `${name}: ${description}`,
}));

/** Posts the example of an event to an address, to try a receiver without any message. */
export function ExampleDialog({ url: first, onClose }: { url: string; onClose: () => void }) {
  const [event, setEvent] = useState<string>("sms.delivered");
  const [url, setUrl] = useState(first);
  const [secret, setSecret] = useState("");
  const [outcome, setOutcome] = useState<{ status: number } | { problem: Problem }>();

  async function deliver() {
    setOutcome(undefined);
    try {
      setOutcome(await answerOf(control.POST("/webhooks", { body: { event, url, secret } })));
    } catch (thrown) {
      setOutcome({ problem: problemOf(thrown) });
    }
  }

  return (
    <Dialog title="Deliver an example" onClose={onClose}>
      <form
        onSubmit={(submission) => {
          submission.preventDefault();
          deliver();
        }}
      >
        <SelectField label="Event" value={event} options={events} onChange={setEvent} />
        <TextField
          label="Address"
          type="url"
          code
          required
          maxLength={2048}
          value={url}
          onChange={setUrl}
        />
        <TextField
          label="Secret"
          code
          required
          maxLength={256}
          value={secret}
          onChange={setSecret}
          hint="The one that the receiver checks the signature with."
        />
        <div role="status">
          {outcome &&
            ("status" in outcome ? (
              <p>
                The receiver answered with status <strong>{outcome.status}</strong>.
              </p>
            ) : (
              <ProblemBox problem={outcome.problem} />
            ))}
        </div>
        <div class="actions actions-end">
          <Button onPress={onClose}>Close</Button>
          <Button type="submit" kind="main">
            Deliver
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
