import { useState } from "preact/hooks";
import { answerOf, type Control, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { CopyButton } from "../elements/copy-button.tsx";
import { Icon } from "../elements/icons.tsx";
import { Empty, Loaded } from "../elements/loaded.tsx";
import { act } from "../elements/notice.tsx";
import { Panel } from "../elements/panel.tsx";
import { Source } from "../elements/source.tsx";
import { Time } from "../elements/time.tsx";
import { useResource } from "../live/use-resource.ts";
import { MessageLink } from "../messages/message-by-id.tsx";
import { useAccount } from "../shell/account.ts";
import { linkTo } from "../shell/route.ts";
import { DeliveryState } from "./delivery-state.tsx";
import { NextAttempt } from "./next-attempt.tsx";

type Details = Control["Delivery"] & { body: string; attempts: Attempt[] };
type Attempt = Control["Attempt"];

/** One delivery with all that was sent and answered. */
export function DeliveryDetails({ deliveryId }: { deliveryId: string }) {
  const { accountId } = useAccount();
  const path = { accountId, deliveryId };
  const delivery = useResource(["deliveries"], deliveryId, () =>
    answerOf(control.GET("/accounts/{accountId}/deliveries/{deliveryId}", { params: { path } })),
  );
  const [redelivering, setRedelivering] = useState(false);
  async function redeliver() {
    setRedelivering(true);
    await act(
      () =>
        answerOf(
          control.POST("/accounts/{accountId}/deliveries/{deliveryId}/redeliver", {
            params: { path },
          }),
        ),
      "One more attempt is made.",
    );
    setRedelivering(false);
  }
  return (
    <>
      <a class="back back-always" href={linkTo(["webhooks"])}>
        <Icon name="back" /> Webhooks
      </a>
      <div class="section-head">
        <h1 tabIndex={-1} data-arrival>
          Delivery
        </h1>
        <Button kind="main" inert={redelivering} onPress={redeliver}>
          {redelivering ? "Delivering …" : "Deliver again"}
        </Button>
      </div>
      <Loaded resource={delivery}>
        {(found) => (
          <>
            <Summary delivery={found} />
            <Panel title="Body" aside={<CopyButton what="the body" text={found.body} />}>
              <Source label="Body of the delivery" text={found.body} />
            </Panel>
            <Panel title="Attempts">
              {found.attempts.length === 0 ? (
                <Empty title="No attempt yet">The clock may have to move on.</Empty>
              ) : (
                <ol class="attempts">
                  {found.attempts.toReversed().map((attempt) => (
                    <li key={attempt.number}>
                      <AttemptDetails
                        attempt={attempt}
                        open={attempt.number === found.attempts.length}
                      />
                    </li>
                  ))}
                </ol>
              )}
            </Panel>
          </>
        )}
      </Loaded>
    </>
  );
}

function Summary({ delivery }: { delivery: Details }) {
  const { event, eventId, messageId, url, state, createdAt } = delivery;
  return (
    <Panel title={event} aside={<DeliveryState state={state} />}>
      <dl class="facts">
        <dt>To</dt>
        <dd class="code breakable">{url}</dd>
        <dt>Message</dt>
        <dd>
          <MessageLink messageId={messageId} />
        </dd>
        <dt>Event id</dt>
        <dd class="code breakable">{eventId}</dd>
        <dt>Made</dt>
        <dd>
          <Time at={createdAt} />
        </dd>
        <dt>Next attempt</dt>
        <dd>
          <NextAttempt delivery={delivery} />
        </dd>
      </dl>
    </Panel>
  );
}

function AttemptDetails({ attempt, open }: { attempt: Attempt; open: boolean }) {
  const { number, at, status, durationMs, error, url, requestHeaders, responseHeaders } = attempt;
  const isGood = status !== null && status >= 200 && status < 300;
  return (
    <details class="attempt" open={open}>
      <summary>
        <strong>Attempt {number}</strong>
        <span class={`chip ${isGood ? "chip-good" : "chip-bad"}`}>
          <Icon name={isGood ? "tick" : "cross"} />
          {status ?? "No answer"}
        </span>
        <span class="muted">
          <Time at={at} /> · {durationMs} ms
        </span>
      </summary>
      {error && <p class="fail-reason">{error}</p>}
      <p class="muted">
        Posted to <span class="code breakable">{url}</span>
      </p>
      <HeaderTable caption="Request headers" headers={requestHeaders} />
      {responseHeaders && <HeaderTable caption="Response headers" headers={responseHeaders} />}
      {attempt.responseBody !== null && (
        <>
          <h3>Response body</h3>
          {attempt.responseBody === "" ? (
            <p class="muted">Empty.</p>
          ) : (
            <Source label={`Response body of attempt ${number}`} text={attempt.responseBody} />
          )}
        </>
      )}
    </details>
  );
}

function HeaderTable({ caption, headers }: { caption: string; headers: Record<string, string> }) {
  return (
    <table class="headers">
      <caption>{caption}</caption>
      <tbody>
        {Object.entries(headers).map(([name, value]) => (
          <tr key={name} data-signature={/signature/i.test(name) || undefined}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
