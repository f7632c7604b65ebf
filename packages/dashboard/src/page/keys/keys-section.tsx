import { useState } from "preact/hooks";
import { answerOf, type Control, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { confirmed } from "../elements/confirm.tsx";
import { TextField } from "../elements/fields.tsx";
import { Empty, Loaded } from "../elements/loaded.tsx";
import { act } from "../elements/notice.tsx";
import { Panel } from "../elements/panel.tsx";
import { showOnce } from "../elements/secret.tsx";
import { Table } from "../elements/table.tsx";
import { Time } from "../elements/time.tsx";
import { useResource } from "../live/use-resource.ts";
import { keepApiKey } from "../send/api-key.ts";
import { useAccount } from "../shell/account.ts";

type ApiKey = Control["ApiKey"];

/** The keys that open the API for the account. */
export function KeysSection() {
  const { accountId } = useAccount();
  const keys = useResource(["keys"], accountId, () =>
    answerOf(control.GET("/accounts/{accountId}/keys", { params: { path: { accountId } } })),
  );
  const columns = [
    { title: "Name", cell: ({ name }: ApiKey) => name },
    { title: "Ends in", cell: ({ ending }: ApiKey) => <code>…{ending}</code> },
    { title: "Created", cell: ({ createdAt }: ApiKey) => <Time at={createdAt} /> },
    { title: "State", cell: ({ revokedAt }: ApiKey) => <KeyState revokedAt={revokedAt} /> },
    {
      title: "Action",
      cell: (key: ApiKey) =>
        !key.revokedAt && (
          <Button kind="danger" label={`Revoke ${key.name}`} onPress={() => revoke(accountId, key)}>
            Revoke
          </Button>
        ),
    },
  ];
  return (
    <>
      <div class="section-head">
        <h1 tabIndex={-1} data-arrival>
          API keys
        </h1>
      </div>
      <Panel title="Create a key">
        <KeyForm accountId={accountId} />
      </Panel>
      <Panel title="Keys">
        <Loaded resource={keys}>
          {({ keys: found }) =>
            found.length === 0 ? (
              <Empty title="No keys">Without one, nothing can be sent.</Empty>
            ) : (
              <Table
                caption="The account's keys"
                columns={columns}
                rows={found}
                keyOf={({ keyId }) => keyId}
              />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}

function KeyForm({ accountId }: { accountId: string }) {
  const [name, setName] = useState("");
  const create = () =>
    act(async () => {
      const { key } = await answerOf(
        control.POST("/accounts/{accountId}/keys", {
          params: { path: { accountId } },
          body: { name: name.trim() },
        }),
      );
      setName("");
      showOnce({
        title: "The new key",
        label: "API key",
        value: key,
        note: "Copy it now: the sandbox keeps only its hash and cannot show it again.",
        extra: (close) => (
          <Button
            onPress={() => {
              keepApiKey(accountId, key);
              close();
            }}
          >
            Send with it
          </Button>
        ),
      });
    }, "The key is created.");
  return (
    <form
      class="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <TextField
        label="Name"
        hint="What the key is for."
        required
        maxLength={64}
        value={name}
        onChange={setName}
      />
      <div class="actions">
        <Button type="submit" kind="main">
          Create
        </Button>
      </div>
    </form>
  );
}

function KeyState({ revokedAt }: { revokedAt: string | null }) {
  if (!revokedAt) return <span class="chip chip-good">In use</span>;
  return (
    <span class="chip chip-plain">
      Revoked <Time at={revokedAt} />
    </span>
  );
}

async function revoke(accountId: string, { keyId, name, ending }: ApiKey): Promise<void> {
  const yes = await confirmed({
    title: "Revoke this key?",
    body: `“${name}”, which ends in ${ending}, opens nothing any more. This cannot be undone.`,
    action: "Revoke",
  });
  if (!yes) return;
  await act(
    () =>
      answerOf(
        control.DELETE("/accounts/{accountId}/keys/{keyId}", {
          params: { path: { accountId, keyId } },
        }),
      ),
    "The key is revoked.",
  );
}
