import { useState } from "preact/hooks";
import { answerOf, type Control, control } from "../api/control.ts";
import { TextField } from "../elements/fields.tsx";
import { Empty, Loaded } from "../elements/loaded.tsx";
import { act } from "../elements/notice.tsx";
import { Pager, usePaging } from "../elements/pager.tsx";
import { Panel } from "../elements/panel.tsx";
import { Table } from "../elements/table.tsx";
import { Time } from "../elements/time.tsx";
import { useResource } from "../live/use-resource.ts";
import { MessageLink } from "../messages/message-by-id.tsx";
import { useAccount } from "../shell/account.ts";
import { linkTo } from "../shell/route.ts";

type Entry = Control["LedgerEntry"];

const kinds: Record<Entry["kind"], string> = {
  grant: "Given",
  send: "Sent",
  refund: "Came back",
  expiry: "Expired",
};

const columns = [
  { title: "Time", cell: ({ at }: Entry) => <Time at={at} /> },
  { title: "What", cell: kindInWords },
  { title: "For", cell: (entry: Entry) => <Reason entry={entry} /> },
  { title: "Change", number: true, cell: ({ amount }: Entry) => signed(amount) },
  { title: "Balance", number: true, cell: ({ balance }: Entry) => balance.toLocaleString("en-IN") },
];

/** The balance, and how it came about. */
export function CreditsSection() {
  const { accountId, credits } = useAccount();
  return (
    <>
      <div class="section-head">
        <h1 tabIndex={-1} data-arrival>
          Credits
        </h1>
      </div>
      <div class="side-by-side">
        <Panel title="Balance">
          <p class="figure">
            <strong>{credits.toLocaleString("en-IN")}</strong> credits
          </p>
        </Panel>
        <Panel title="Give or take">
          <CreditForm accountId={accountId} />
        </Panel>
      </div>
      <Ledger accountId={accountId} />
    </>
  );
}

function CreditForm({ accountId }: { accountId: string }) {
  const [amount, setAmount] = useState("1000");
  const [note, setNote] = useState("");
  const add = (sign: 1 | -1) =>
    act(
      () =>
        answerOf(
          control.POST("/accounts/{accountId}/credits", {
            params: { path: { accountId } },
            body: { amount: sign * Number(amount), ...(note.trim() && { note: note.trim() }) },
          }),
        ),
      `${amount} credits ${sign === 1 ? "given" : "taken"}.`,
    );
  return (
    <form
      class="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event;
        add(submitter?.dataset.sign === "-1" ? -1 : 1);
      }}
    >
      <TextField
        label="Amount"
        type="number"
        required
        min="1"
        max="1000000000"
        step="1"
        value={amount}
        onChange={setAmount}
      />
      <TextField label="Note" maxLength={200} value={note} onChange={setNote} />
      <div class="actions">
        <button type="submit" class="button button-main">
          Give
        </button>
        <button type="submit" class="button button-plain" data-sign="-1">
          Take
        </button>
      </div>
    </form>
  );
}

function Ledger({ accountId }: { accountId: string }) {
  const paging = usePaging(accountId);
  const { before } = paging;
  const ledger = useResource(["ledger"], before ?? "", () =>
    answerOf(
      control.GET("/accounts/{accountId}/ledger", {
        params: { path: { accountId }, query: { limit: 50, ...(before && { before }) } },
      }),
    ),
  );
  return (
    <Panel title="Ledger">
      <Loaded resource={ledger}>
        {({ entries, next }) => (
          <>
            {entries.length === 0 ? (
              <Empty title="No entries yet">Every send and every gift is written down here.</Empty>
            ) : (
              <Table
                caption="Every change of the balance, the newest first"
                columns={columns}
                rows={entries}
                keyOf={({ entryId }) => entryId}
              />
            )}
            <Pager paging={paging} next={next} what="the ledger" />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function kindInWords({ kind, amount }: Entry): string {
  return kind === "grant" && amount < 0 ? "Taken" : kinds[kind];
}

function Reason({ entry: { messageId, batchId, note } }: { entry: Entry }) {
  return (
    <>
      {note && <div class="muted">{note}</div>}
      {batchId ? (
        <a class="code breakable" href={linkTo(["messages"], { batch: batchId })}>
          {batchId}
        </a>
      ) : (
        messageId && <MessageLink messageId={messageId} />
      )}
    </>
  );
}

/** With a real minus sign, and a plus where it is more. */
function signed(amount: number): string {
  return `${amount < 0 ? "−" : "+"}${Math.abs(amount).toLocaleString("en-IN")}`;
}
