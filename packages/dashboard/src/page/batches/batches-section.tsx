import { answerOf, type Control, control } from "../api/control.ts";
import { ProblemError, problemOfBody } from "../api/problem.ts";
import { Button } from "../elements/button.tsx";
import { confirmed } from "../elements/confirm.tsx";
import { Icon, type IconName } from "../elements/icons.tsx";
import { Empty, Loaded } from "../elements/loaded.tsx";
import { act } from "../elements/notice.tsx";
import { Pager, usePaging } from "../elements/pager.tsx";
import { Time } from "../elements/time.tsx";
import { useResource } from "../live/use-resource.ts";
import { beginningOf } from "../messages/conversations.ts";
import { capitalized } from "../messages/status-label.tsx";
import { apiKeyOf } from "../send/api-key.ts";
import { draft } from "../send/draft.ts";
import { api } from "../send/send-call.ts";
import { useAccount } from "../shell/account.ts";
import { linkTo } from "../shell/route.ts";

type Batch = Control["Batch"];

const icons: Record<Batch["state"], IconName> = {
  scheduled: "clock",
  sending: "send",
  completed: "tick",
  cancelled: "forbidden",
};

/** The bulk sends, with how far each has come. */
export function BatchesSection() {
  const { accountId } = useAccount();
  const paging = usePaging(accountId);
  const { before } = paging;
  const batches = useResource(["batches"], before ?? "", () =>
    answerOf(
      control.GET("/accounts/{accountId}/batches", {
        params: { path: { accountId }, query: { limit: 20, ...(before && { before }) } },
      }),
    ),
  );
  return (
    <section aria-labelledby="batches-title">
      <div class="section-head">
        <h1 id="batches-title" tabIndex={-1} data-arrival>
          Batches
        </h1>
        <a
          class="button button-main"
          href={linkTo(["send"])}
          onClick={() => {
            draft.value = { ...draft.value, mode: "bulk" };
          }}
        >
          Send to several
        </a>
      </div>
      <Loaded resource={batches}>
        {({ batches: found, next }) => (
          <>
            {found.length === 0 ? (
              <Empty title="No batches yet">
                Send one text to several numbers, and its progress is shown here.
              </Empty>
            ) : (
              <ul class="cards">
                {found.map((batch) => (
                  <li key={batch.batchId}>
                    <BatchCard batch={batch} />
                  </li>
                ))}
              </ul>
            )}
            <Pager paging={paging} next={next} what="batches" />
          </>
        )}
      </Loaded>
    </section>
  );
}

function BatchCard({ batch }: { batch: Batch }) {
  const { accountId } = useAccount();
  const { batchId, state, text, senderId, credits, deliveryRate } = batch;
  const titleId = `batch-${batchId}`;
  return (
    <section class="card" aria-labelledby={titleId}>
      <div class="card-head">
        <h2 id={titleId} class="code" tabIndex={-1}>
          {batchId}
        </h2>
        <span class={`chip batch-${state}`}>
          <Icon name={icons[state]} />
          {capitalized(state)}
        </span>
      </div>
      <p class="card-text" dir="auto">
        {beginningOf(text)}
      </p>
      <BatchProgress batch={batch} />
      <p class="muted">
        <Times batch={batch} /> · {senderId} · {credits.toLocaleString("en-IN")} credits · delivery
        rate {deliveryRate}
      </p>
      <div class="actions">
        <a class="button button-plain" href={linkTo(["messages"], { batch: batchId })}>
          Show its messages
        </a>
        {state === "scheduled" && (
          <Button
            kind="danger"
            label={`Cancel ${batchId}`}
            onPress={() => cancel(accountId, batch)}
          >
            Cancel
          </Button>
        )}
      </div>
    </section>
  );
}

function BatchProgress({
  batch: { batchId, total, delivered, failed, pending },
}: {
  batch: Batch;
}) {
  const counts = [
    { name: "delivered", count: delivered },
    { name: "failed", count: failed },
    { name: "pending", count: pending },
  ];
  return (
    <div class="batch-progress">
      <progress
        class="visually-hidden"
        aria-label={`Ended messages of ${batchId}`}
        value={delivered + failed}
        max={Math.max(total, 1)}
      />
      <div class="bar" aria-hidden="true">
        {counts.map(({ name, count }) => (
          <span
            key={name}
            class={`bar-${name}`}
            style={{ width: `${total > 0 ? (100 * count) / total : 0}%` }}
          />
        ))}
      </div>
      <ul class="counts">
        {counts.map(({ name, count }) => (
          <li key={name} class={`count-${name}`}>
            <strong>{count.toLocaleString("en-IN")}</strong> {name}
          </li>
        ))}
        <li>
          of <strong>{total.toLocaleString("en-IN")}</strong>
        </li>
      </ul>
    </div>
  );
}

function Times({ batch: { acceptedAt, scheduledAt, completedAt } }: { batch: Batch }) {
  return (
    <>
      Accepted <Time at={acceptedAt} />
      {scheduledAt && (
        <>
          , for <Time at={scheduledAt} />
        </>
      )}
      {completedAt && (
        <>
          , completed <Time at={completedAt} />
        </>
      )}
    </>
  );
}

/** Through the API itself, as the account's own programs would do it. */
async function cancel(accountId: string, { batchId, total }: Batch): Promise<void> {
  const yes = await confirmed({
    title: "Cancel this batch?",
    body: `None of its ${total.toLocaleString("en-IN")} messages is sent, and the credits come back.`,
    action: "Cancel the batch",
  });
  if (!yes) return;
  await act(async () => {
    const { error, response } = await api.DELETE("/sms/schedule/{batchId}", {
      params: { path: { batchId } },
      headers: { "x-api-key": apiKeyOf(accountId) },
    });
    if (!response.ok) throw new ProblemError(problemOfBody(error, response.status));
  }, "The batch is cancelled.");
}
