import { useState } from "preact/hooks";
import { answerOf, type Control, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { CopyButton } from "../elements/copy-button.tsx";
import { TextField } from "../elements/fields.tsx";
import { Icon } from "../elements/icons.tsx";
import { Loaded } from "../elements/loaded.tsx";
import { act } from "../elements/notice.tsx";
import { Time } from "../elements/time.tsx";
import { useResource } from "../live/use-resource.ts";
import { useAccount } from "../shell/account.ts";
import { linkTo, route } from "../shell/route.ts";
import { DeliveryState } from "../webhooks/delivery-state.tsx";
import { cost } from "./conversation-view.tsx";
import { capitalized, isAhead, isFinal, StatusLabel } from "./status-label.tsx";

type Message = Control["Message"];

/** All that the sandbox knows of one message, and what can still be done with it. */
export function MessageDetails({ to, messageId }: { to: string; messageId: string }) {
  const { accountId } = useAccount();
  const path = { accountId, messageId };
  const message = useResource(["messages"], messageId, () =>
    answerOf(control.GET("/accounts/{accountId}/messages/{messageId}", { params: { path } })),
  );
  return (
    <section class="details" aria-labelledby="details-title">
      <div class="details-head">
        <a class="back" href={linkTo(["messages", to], route.value.query)}>
          <Icon name="back" /> Conversation
        </a>
        <h2 id="details-title" tabIndex={-1} data-arrival>
          Message
        </h2>
        <a class="button button-quiet" href={linkTo(["messages", to], route.value.query)}>
          Close
        </a>
      </div>
      <Loaded resource={message}>
        {(found) => (
          <>
            <Progress message={found} />
            {!isFinal(found.status) && <Endings message={found} />}
            <Facts message={found} />
            <Deliveries messageId={messageId} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Progress({ message }: { message: Message }) {
  const { status, queuedAt, scheduledAt, sentAt, endedAt, failReason } = message;
  const steps = [
    ...(scheduledAt ? [{ title: "Scheduled for", at: scheduledAt }] : []),
    { title: "Queued", at: isAhead(queuedAt) ? null : queuedAt },
    { title: "Dispatched", at: sentAt },
    { title: endedAt ? capitalized(status) : "Ended", at: endedAt },
  ];
  return (
    <div class="progress">
      <p class="progress-status">
        <StatusLabel message={message} />
      </p>
      <dl class="steps">
        {steps.map(({ title, at }) => (
          <div key={title} data-reached={at !== null}>
            <dt>{title}</dt>
            <dd>{at ? <Time at={at} /> : "not yet"}</dd>
          </div>
        ))}
      </dl>
      {failReason && <p class="fail-reason">{failReason}</p>}
    </div>
  );
}

function Endings({ message: { messageId } }: { message: Message }) {
  const { accountId } = useAccount();
  const [reason, setReason] = useState("");
  const end = (status: "delivered" | "failed" | "rejected") =>
    act(
      () =>
        answerOf(
          control.POST("/accounts/{accountId}/messages/{messageId}/ending", {
            params: { path: { accountId, messageId } },
            body: {
              status,
              ...(reason.trim() && status !== "delivered" && { failReason: reason.trim() }),
            },
          }),
        ),
      `The message is ${status}.`,
    );
  return (
    <section class="endings" aria-labelledby="endings-title">
      <h3 id="endings-title" tabIndex={-1}>
        End it now
      </h3>
      <TextField
        label="Reason"
        hint="Optional, for failed and rejected."
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <div class="actions">
        <Button onPress={() => end("delivered")}>Delivered</Button>
        <Button onPress={() => end("failed")}>Failed</Button>
        <Button onPress={() => end("rejected")}>Rejected</Button>
      </div>
    </section>
  );
}

function Facts({ message }: { message: Message }) {
  const { messageId, batchId, senderId, templateId, type, unicode, segments, credits, operator } =
    message;
  return (
    <dl class="facts">
      <dt>Message id</dt>
      <dd>
        <code>{messageId}</code> <CopyButton what="message id" text={messageId} />
      </dd>
      {batchId && (
        <>
          <dt>Batch</dt>
          <dd>
            <a href={linkTo(["messages"], { batch: batchId })}>
              <code>{batchId}</code>
            </a>
          </dd>
        </>
      )}
      <dt>Sender</dt>
      <dd>{senderId}</dd>
      <dt>Template</dt>
      <dd>
        <code>{templateId}</code>
      </dd>
      <dt>Type</dt>
      <dd>{capitalized(type)}</dd>
      <dt>Cost</dt>
      <dd>
        {cost(segments, credits)}, {unicode ? "Unicode" : "plain text"}
      </dd>
      {operator && (
        <>
          <dt>Operator</dt>
          <dd>{operator}</dd>
        </>
      )}
    </dl>
  );
}

function Deliveries({ messageId }: { messageId: string }) {
  const { accountId } = useAccount();
  const deliveries = useResource(["deliveries"], messageId, () =>
    answerOf(
      control.GET("/accounts/{accountId}/deliveries", {
        params: { path: { accountId }, query: { messageId, limit: 50 } },
      }),
    ),
  );
  return (
    <section aria-labelledby="message-deliveries-title">
      <h3 id="message-deliveries-title" tabIndex={-1}>
        Webhook deliveries
      </h3>
      <Loaded resource={deliveries}>
        {({ deliveries: found }) =>
          found.length === 0 ? (
            <p class="muted">
              None. <a href={linkTo(["webhooks"])}>Add an endpoint</a> to receive them.
            </p>
          ) : (
            <ul class="delivery-list">
              {found.map(({ deliveryId, event, url, state, createdAt }) => (
                <li key={deliveryId}>
                  <a href={linkTo(["webhooks", deliveryId])}>{event}</a>
                  <DeliveryState state={state} />
                  <span class="muted">
                    <Time at={createdAt} form="time" /> to <span class="breakable">{url}</span>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
