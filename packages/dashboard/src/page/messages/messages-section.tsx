import { messageStatuses } from "@getclickmedia/sms-types";
import { useState } from "preact/hooks";
import { answerOf, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { SelectField, TextField } from "../elements/fields.tsx";
import { Empty, Loaded } from "../elements/loaded.tsx";
import { Pager, usePaging } from "../elements/pager.tsx";
import { Time } from "../elements/time.tsx";
import { useResource } from "../live/use-resource.ts";
import { useAccount } from "../shell/account.ts";
import { linkTo, type Route, route } from "../shell/route.ts";
import { ConversationView } from "./conversation-view.tsx";
import { beginningOf, type Conversation, conversationsOf } from "./conversations.ts";
import { MessageById } from "./message-by-id.tsx";
import { MessageDetails } from "./message-details.tsx";
import { digitsOf, phoneNumber } from "./phone-number.ts";
import { capitalized, StatusLabel } from "./status-label.tsx";

const statuses = [
  { value: "", label: "Every status" },
  ...Object.keys(messageStatuses).map((value) => ({ value, label: capitalized(value) })),
];

const perPage = 100;

/** `#/messages/{mobile}/{messageId}?status=…&batch=…`, or `#/messages/id/{messageId}` where the mobile is not known. */
export function MessagesSection() {
  const { path, query } = route.value;
  const [, chosen, messageId] = path;
  if (chosen === "id" && messageId) return <MessageById messageId={messageId} />;
  return <MessageViews path={path} query={query} />;
}

function MessageViews({ path, query }: Route) {
  const { accountId } = useAccount();
  const [, chosen, messageId] = path;
  const { status = "", batch = "" } = query;
  const [written, setWritten] = useState("");
  const digits = digitsOf(written);
  // The API finds whole numbers. A part of one is looked for among what is on the page.
  const to = /^91\d{10}$/.test(digits) ? digits : "";
  const key = JSON.stringify([status, batch, to]);
  const paging = usePaging(key);
  const { before } = paging;
  const messages = useResource(["messages"], JSON.stringify([key, before]), () =>
    answerOf(
      control.GET("/accounts/{accountId}/messages", {
        params: {
          path: { accountId },
          query: {
            limit: perPage,
            ...(status && { status }),
            ...(batch && { batchId: batch }),
            ...(to && { to }),
            ...(before && { before }),
          },
        },
      }),
    ),
  );
  const all = conversationsOf(messages.data?.messages ?? []);
  const conversations = all.filter((each) => each.to.includes(digits));
  // Where there is room, the newest conversation is shown until one is chosen.
  const shown = chosen ?? conversations[0]?.to;
  const filter = (changed: Record<string, string>) => {
    location.hash = linkTo(path.length > 0 ? path : ["messages"], { ...query, ...changed });
  };
  return (
    <div class="messages" data-shows={messageId ? "message" : chosen ? "conversation" : "list"}>
      <section class="conversations" aria-labelledby="messages-title">
        <div class="section-head">
          <h1 id="messages-title" tabIndex={-1} data-arrival>
            Messages
          </h1>
          <a class="button button-main" href={linkTo(["send"])}>
            Send one
          </a>
        </div>
        <search class="filters" aria-label="Messages">
          <TextField label="Number" type="search" value={written} onChange={setWritten} code />
          <SelectField
            label="Status"
            value={status}
            options={statuses}
            onChange={(value) => filter({ status: value })}
          />
          {batch && (
            <p class="filter-batch">
              Only of batch <code>{batch}</code>
              <Button kind="quiet" onPress={() => filter({ batch: "" })}>
                Show all
              </Button>
            </p>
          )}
        </search>
        <Loaded resource={messages}>
          {({ next }) => (
            <>
              {conversations.length === 0 ? (
                <NoMessages filtered={Boolean(status || batch || digits)} />
              ) : (
                <ul class="conversation-list" aria-label="Conversations">
                  {conversations.map((conversation) => (
                    <ConversationItem
                      key={conversation.to}
                      conversation={conversation}
                      current={conversation.to === shown}
                    />
                  ))}
                </ul>
              )}
              <Pager paging={paging} next={next} what="messages" />
            </>
          )}
        </Loaded>
      </section>
      {shown && <ConversationView key={shown} to={shown} chosen={messageId} />}
      {chosen && messageId && <MessageDetails key={messageId} to={chosen} messageId={messageId} />}
    </div>
  );
}

function ConversationItem({
  conversation: { to, count, newest },
  current,
}: {
  conversation: Conversation;
  current: boolean;
}) {
  return (
    <li>
      <a
        href={linkTo(["messages", to], route.value.query)}
        aria-current={current ? "true" : undefined}
      >
        <span class="conversation-top">
          <strong>{phoneNumber(to)}</strong>
          <Time at={newest.queuedAt} form="time" />
        </span>
        <span class="conversation-text" dir="auto">
          {beginningOf(newest.text)}
        </span>
        <span class="conversation-foot">
          <StatusLabel message={newest} />
          {count > 1 && <span class="muted">{count} messages</span>}
        </span>
      </a>
    </li>
  );
}

function NoMessages({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return <Empty title="No message is like that">Try another number or status.</Empty>;
  }
  return (
    <Empty title="No messages yet">
      <a href={linkTo(["send"])}>Send one from here</a>, or call{" "}
      <code>POST {location.origin}/v1/sms/send</code> with the key <code>gcm_test_demo</code>.
    </Empty>
  );
}
