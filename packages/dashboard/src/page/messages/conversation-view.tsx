import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { answerOf, type Control, control } from "../api/control.ts";
import { Icon } from "../elements/icons.tsx";
import { Empty, Loaded } from "../elements/loaded.tsx";
import { Pager, usePaging } from "../elements/pager.tsx";
import { Time } from "../elements/time.tsx";
import { useResource } from "../live/use-resource.ts";
import { draft } from "../send/draft.ts";
import { useAccount } from "../shell/account.ts";
import { linkTo, route } from "../shell/route.ts";
import { longDate } from "../time/indian-time.ts";
import { beginningOf } from "./conversations.ts";
import { phoneNumber } from "./phone-number.ts";
import { isFinal, StatusLabel } from "./status-label.tsx";

type Message = Control["Message"];

/** How much of a text a bubble shows before it is asked for more. */
const longText = 640;

/** The messages to one mobile as its owner would see them, the newest one at the bottom. */
export function ConversationView({ to, chosen }: { to: string; chosen: string | undefined }) {
  const { accountId } = useAccount();
  const paging = usePaging(to);
  const { before } = paging;
  const messages = useResource(["messages"], JSON.stringify([to, before]), () =>
    answerOf(
      control.GET("/accounts/{accountId}/messages", {
        params: { path: { accountId }, query: { to, limit: 50, ...(before && { before }) } },
      }),
    ),
  );
  return (
    <section class="conversation" aria-labelledby="conversation-title">
      <div class="conversation-head">
        <a class="back" href={linkTo(["messages"], route.value.query)}>
          <Icon name="back" /> All messages
        </a>
        <h2
          id="conversation-title"
          tabIndex={-1}
          data-arrival={route.value.path[1] ? true : undefined}
        >
          {phoneNumber(to)}
        </h2>
        <a
          class="button button-plain"
          href={linkTo(["send"])}
          onClick={() => {
            draft.value = { ...draft.value, mode: "single", to };
          }}
        >
          Send to it
        </a>
      </div>
      <Loaded resource={messages}>
        {({ messages: newestFirst, next }) => (
          <>
            <Pager paging={paging} next={next} what="the conversation" />
            {newestFirst.length === 0 ? (
              <Empty title="No messages to this number" />
            ) : (
              <Bubbles messages={newestFirst.toReversed()} chosen={chosen} />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Bubbles({ messages, chosen }: { messages: Message[]; chosen: string | undefined }) {
  const screen = useRef<HTMLElement>(null);
  const atBottom = useRef(true);
  const newest = messages.at(-1)?.messageId;
  // A new message is the reason to scroll, unless older ones are being read.
  useLayoutEffect(() => {
    const shown = screen.current;
    if (shown && atBottom.current && !chosen) shown.scrollTop = shown.scrollHeight;
  }, [newest]);
  useLayoutEffect(() => {
    if (chosen) document.getElementById(chosen)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <section
      class="phone"
      ref={screen}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by keyboard
      tabIndex={0}
      aria-label="Conversation"
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atBottom.current = scrollHeight - scrollTop - clientHeight < 40;
      }}
    >
      <ol>
        {messages.map((message, index) => {
          const date = longDate(message.queuedAt);
          const earlier = messages[index - 1];
          const isNewDay = !earlier || longDate(earlier.queuedAt) !== date;
          return (
            <li key={message.messageId}>
              {isNewDay && <p class="phone-date">{date}</p>}
              <Bubble message={message} chosen={message.messageId === chosen} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Bubble({ message, chosen }: { message: Message; chosen: boolean }) {
  const { messageId, to, senderId, text, status, segments, credits, queuedAt, failReason } =
    message;
  return (
    <article
      id={messageId}
      class={`bubble bubble-${isFinal(status) ? status : "pending"}`}
      data-chosen={chosen}
      aria-label={`Message from ${senderId}`}
    >
      <p class="bubble-sender">{senderId}</p>
      <BubbleText text={text} />
      {failReason && <p class="bubble-reason">{failReason}</p>}
      <a
        class="bubble-foot"
        href={linkTo(["messages", to, messageId], route.value.query)}
        aria-current={chosen ? "true" : undefined}
      >
        <Time at={queuedAt} form="time" />
        <StatusLabel message={message} />
        <span>{cost(segments, credits)}</span>
        <span class="visually-hidden">Details of this message</span>
      </a>
    </article>
  );
}

/** A text as the handset shows it; of a very long one, the beginning until the rest is asked for. */
export function BubbleText({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  const isLong = text.length > longText;
  return (
    <>
      <p class="bubble-text" dir="auto">
        {isLong && !whole ? beginningWithLines(text) : text}
      </p>
      {isLong && (
        <button
          type="button"
          class="link-button"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? "Show less" : `Show all ${text.length.toLocaleString("en-IN")} characters`}
        </button>
      )}
    </>
  );
}

function beginningWithLines(text: string): string {
  const lines = text.split("\n", 9);
  const short = lines.slice(0, 8).join("\n");
  return short.length < longText ? `${short}…` : beginningOf(text, longText - 100);
}

export function cost(segments: number, credits: number): string {
  const parts = `${segments} ${segments === 1 ? "segment" : "segments"}`;
  return `${parts} · ${credits} ${credits === 1 ? "credit" : "credits"}`;
}
