import { useState } from "preact/hooks";
import { answerOf, type Control, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { confirmed } from "../elements/confirm.tsx";
import { TextField } from "../elements/fields.tsx";
import { Empty, Loaded } from "../elements/loaded.tsx";
import { act } from "../elements/notice.tsx";
import { Panel } from "../elements/panel.tsx";
import { Switch } from "../elements/switch.tsx";
import { Table } from "../elements/table.tsx";
import { useResource } from "../live/use-resource.ts";
import { useAccount } from "../shell/account.ts";

type SenderHeader = Control["SenderHeader"];

/** The names that messages come from. */
export function SenderHeaders() {
  const { accountId } = useAccount();
  const headers = useResource(["headers"], accountId, () =>
    answerOf(control.GET("/accounts/{accountId}/headers", { params: { path: { accountId } } })),
  );
  const columns = [
    { title: "Header", cell: ({ senderId }: SenderHeader) => <code>{senderId}</code> },
    {
      title: "Approval",
      cell: ({ senderId, approved }: SenderHeader) => (
        <Switch
          label={`${senderId} is approved`}
          on={approved}
          words={["Approved", "Not approved"]}
          onChange={(on) => put(accountId, senderId, on)}
        />
      ),
    },
    {
      title: "Action",
      cell: ({ senderId }: SenderHeader) => (
        <Button
          kind="danger"
          label={`Remove ${senderId}`}
          onPress={() => remove(accountId, senderId)}
        >
          Remove
        </Button>
      ),
    },
  ];
  return (
    <Panel title="Sender headers">
      <HeaderForm accountId={accountId} />
      <Loaded resource={headers}>
        {({ headers: found }) =>
          found.length === 0 ? (
            <Empty title="No headers">Without one, every send is refused.</Empty>
          ) : (
            <Table
              caption="The registered sender headers"
              columns={columns}
              rows={found}
              keyOf={({ senderId }) => senderId}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}

function HeaderForm({ accountId }: { accountId: string }) {
  const [senderId, setSenderId] = useState("");
  return (
    <form
      class="inline-form"
      onSubmit={async (event) => {
        event.preventDefault();
        if (await put(accountId, senderId.trim(), true)) setSenderId("");
      }}
    >
      <TextField
        label="New header"
        code
        required
        maxLength={6}
        value={senderId}
        onChange={setSenderId}
        hint="Six letters or digits."
      />
      <div class="actions">
        <Button type="submit">Register</Button>
      </div>
    </form>
  );
}

const put = (accountId: string, senderId: string, approved: boolean) =>
  act(
    () =>
      answerOf(
        control.PUT("/accounts/{accountId}/headers/{senderId}", {
          params: { path: { accountId, senderId } },
          body: { approved },
        }),
      ),
    `${senderId} is registered, ${approved ? "and approved" : "but not approved"}.`,
  );

async function remove(accountId: string, senderId: string): Promise<void> {
  const yes = await confirmed({
    title: `Remove ${senderId}?`,
    body: "Sends from it are then refused.",
    action: "Remove",
  });
  if (!yes) return;
  await act(
    () =>
      answerOf(
        control.DELETE("/accounts/{accountId}/headers/{senderId}", {
          params: { path: { accountId, senderId } },
        }),
      ),
    `${senderId} is removed.`,
  );
}
