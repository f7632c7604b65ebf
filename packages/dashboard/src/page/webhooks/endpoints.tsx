import { useState } from "preact/hooks";
import { answerOf, type Control, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { confirmed } from "../elements/confirm.tsx";
import { Dialog } from "../elements/dialog.tsx";
import { SelectField, TextField } from "../elements/fields.tsx";
import { Empty, Loaded } from "../elements/loaded.tsx";
import { act } from "../elements/notice.tsx";
import { Panel } from "../elements/panel.tsx";
import { showOnce } from "../elements/secret.tsx";
import { Switch } from "../elements/switch.tsx";
import { Time } from "../elements/time.tsx";
import { useResource } from "../live/use-resource.ts";
import { useAccount } from "../shell/account.ts";
import { ExampleDialog } from "./example-dialog.tsx";

type Endpoint = Control["Endpoint"];

/** Where a server of the reader's own may well be. */
const firstUrl = "http://127.0.0.1:3000/webhooks";

const secretNote = "Copy it now: it is not shown again. Your server checks the signature with it.";

/** Where the receipts go. */
export function Endpoints() {
  const { accountId } = useAccount();
  const [adding, setAdding] = useState(false);
  const [trying, setTrying] = useState(false);
  const endpoints = useResource(["endpoints"], accountId, () =>
    answerOf(control.GET("/accounts/{accountId}/endpoints", { params: { path: { accountId } } })),
  );
  return (
    <Panel
      title="Endpoints"
      aside={
        <div class="actions">
          <Button onPress={() => setTrying(true)}>Deliver an example</Button>
          <Button kind="main" onPress={() => setAdding(true)}>
            Add an endpoint
          </Button>
        </div>
      }
    >
      <Loaded resource={endpoints}>
        {({ endpoints: found }) =>
          found.length === 0 ? (
            <Empty title="No endpoints yet">
              Add the address of your own server, such as <code>{firstUrl}</code>, to receive what
              becomes of the messages.
            </Empty>
          ) : (
            <ul class="cards">
              {found.map((endpoint) => (
                <li key={endpoint.endpointId}>
                  <EndpointCard accountId={accountId} endpoint={endpoint} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {trying && (
        <ExampleDialog
          url={endpoints.data?.endpoints[0]?.url ?? firstUrl}
          onClose={() => setTrying(false)}
        />
      )}
      {adding && <AddDialog accountId={accountId} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function EndpointCard({ accountId, endpoint }: { accountId: string; endpoint: Endpoint }) {
  const { endpointId, url, enabled, disabledReason, signsWithNewSecretFrom, createdAt } = endpoint;
  const [rotating, setRotating] = useState(false);
  const titleId = `endpoint-${endpointId}`;
  const switchTo = (on: boolean) =>
    act(
      () =>
        answerOf(
          control.PATCH("/accounts/{accountId}/endpoints/{endpointId}", {
            params: { path: { accountId, endpointId } },
            body: { enabled: on },
          }),
        ),
      on ? "The endpoint is switched on." : "The endpoint is switched off.",
    );
  return (
    <section class="card" aria-labelledby={titleId}>
      <div class="card-head">
        <h3 id={titleId} class="code breakable" tabIndex={-1}>
          {url}
        </h3>
        <Switch label={`Deliver to ${url}`} on={enabled} onChange={switchTo} />
      </div>
      {disabledReason && <p class="fail-reason">{disabledReason}</p>}
      <p class="muted">
        <code>{endpointId}</code> · added <Time at={createdAt} />
        {signsWithNewSecretFrom && (
          <>
            {" "}
            · signs with its new secret from <Time at={signsWithNewSecretFrom} />
          </>
        )}
      </p>
      <div class="actions">
        <Button label={`Rotate the secret of ${url}`} onPress={() => setRotating(true)}>
          Rotate the secret
        </Button>
        <Button kind="danger" label={`Remove ${url}`} onPress={() => remove(accountId, endpoint)}>
          Remove
        </Button>
      </div>
      {rotating && (
        <RotateDialog
          accountId={accountId}
          endpoint={endpoint}
          onClose={() => setRotating(false)}
        />
      )}
    </section>
  );
}

function AddDialog({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const [url, setUrl] = useState(firstUrl);
  const [secret, setSecret] = useState("");
  const add = async () => {
    let made = "";
    const done = await act(async () => {
      ({ secret: made } = await answerOf(
        control.POST("/accounts/{accountId}/endpoints", {
          params: { path: { accountId } },
          body: { url: url.trim(), ...(secret && { secret }) },
        }),
      ));
    }, "The endpoint is added.");
    if (!done) return;
    onClose();
    showOnce({
      title: "The endpoint's secret",
      label: "Secret",
      value: made,
      note: secretNote,
    });
  };
  return (
    <Dialog title="Add an endpoint" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label="Address"
          type="url"
          code
          required
          maxLength={2048}
          value={url}
          onChange={setUrl}
          hint="http or https. The sandbox posts every receipt to it."
        />
        <TextField
          label="Secret"
          code
          maxLength={256}
          value={secret}
          onChange={setSecret}
          hint="Leave it empty to have one made."
        />
        <div class="actions actions-end">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" kind="main">
            Add
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const overlaps = [
  { value: "0", label: "Not at all: the new one signs at once" },
  { value: "3600", label: "For an hour" },
  { value: "86400", label: "For a day" },
];

function RotateDialog({
  accountId,
  endpoint: { endpointId, url },
  onClose,
}: {
  accountId: string;
  endpoint: Endpoint;
  onClose: () => void;
}) {
  const [overlap, setOverlap] = useState("86400");
  const rotate = async () => {
    let made = "";
    const done = await act(async () => {
      ({ secret: made } = await answerOf(
        control.POST("/accounts/{accountId}/endpoints/{endpointId}/secret", {
          params: { path: { accountId, endpointId } },
          body: { overlapSeconds: Number(overlap) },
        }),
      ));
    }, "The secret is replaced.");
    if (!done) return;
    onClose();
    showOnce({ title: "The new secret", label: "Secret", value: made, note: secretNote });
  };
  return (
    <Dialog title="Rotate the secret" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          rotate();
        }}
      >
        <p class="breakable">
          A new secret is made for <code>{url}</code>.
        </p>
        <SelectField
          label="How long the old one still signs"
          value={overlap}
          options={overlaps}
          onChange={setOverlap}
        />
        <div class="actions actions-end">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" kind="main">
            Rotate
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

async function remove(accountId: string, { endpointId, url }: Endpoint): Promise<void> {
  const yes = await confirmed({
    title: "Remove this endpoint?",
    body: `What is not yet delivered to ${url} never will be.`,
    action: "Remove",
  });
  if (!yes) return;
  await act(
    () =>
      answerOf(
        control.DELETE("/accounts/{accountId}/endpoints/{endpointId}", {
          params: { path: { accountId, endpointId } },
        }),
      ),
    "The endpoint is removed.",
  );
}
