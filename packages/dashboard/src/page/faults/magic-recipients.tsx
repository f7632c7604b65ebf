import { answerOf, type Control, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { Loaded } from "../elements/loaded.tsx";
import { Panel } from "../elements/panel.tsx";
import { Table } from "../elements/table.tsx";
import { useResource } from "../live/use-resource.ts";
import { draft } from "../send/draft.ts";
import { linkTo } from "../shell/route.ts";

type MagicRecipient = Control["MagicRecipient"];

const columns = [
  { title: "Number", cell: ({ to }: MagicRecipient) => <code>{to}</code> },
  { title: "Outcome", cell: ({ effect }: MagicRecipient) => effect },
  {
    title: "Action",
    cell: ({ to }: MagicRecipient) => (
      <Button label={`Send to ${to}`} onPress={() => sendTo(to)}>
        Send
      </Button>
    ),
  },
];

/** Numbers that always fare the same. */
export function MagicRecipients() {
  const recipients = useResource([], "magic", () => answerOf(control.GET("/magic-recipients")));
  return (
    <Panel title="Magic recipients">
      <p class="muted">
        Nobody has these numbers. In the sandbox each brings about an ending of its own, without any
        fault.
      </p>
      <Loaded resource={recipients}>
        {({ recipients: found }) => (
          <Table caption="Magic recipients" columns={columns} rows={found} keyOf={({ to }) => to} />
        )}
      </Loaded>
    </Panel>
  );
}

function sendTo(to: string): void {
  draft.value = { ...draft.value, mode: "single", to };
  location.hash = linkTo(["send"]);
}
