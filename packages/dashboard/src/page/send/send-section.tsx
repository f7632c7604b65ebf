import { countSegments } from "@getclickmedia/sms-segments";
import { useRef, useState } from "preact/hooks";
import { answerOf, control } from "../api/control.ts";
import { clock, timeNow } from "../clock/clock.ts";
import { Button } from "../elements/button.tsx";
import { CheckField, ChoiceField, SelectField, TextArea, TextField } from "../elements/fields.tsx";
import { Panel } from "../elements/panel.tsx";
import { useResource } from "../live/use-resource.ts";
import { BubbleText } from "../messages/conversation-view.tsx";
import { phoneNumber } from "../messages/phone-number.ts";
import { useAccount } from "../shell/account.ts";
import { toLocalField } from "../time/indian-time.ts";
import { Answer } from "./answer.tsx";
import { apiKeyOf, keepApiKey } from "./api-key.ts";
import { CallSamples } from "./call-samples.tsx";
import { callOf, type Draft, draft, recipientsOf } from "./draft.ts";
import { makeCall, type SendAnswer } from "./send-call.ts";

const types = [
  { value: "transactional", label: "Transactional" },
  { value: "promotional", label: "Promotional" },
];

/** A form that sends through the API itself, with what it sends as code. */
export function SendSection() {
  const { accountId } = useAccount();
  const [answer, setAnswer] = useState<SendAnswer>();
  const [sending, setSending] = useState(false);
  const from = draft.value;
  const call = callOf(from);
  const key = apiKeyOf(accountId);

  async function send() {
    setSending(true);
    setAnswer(undefined);
    setAnswer(await makeCall(call, key));
    setSending(false);
  }

  return (
    <>
      <div class="section-head">
        <h1 tabIndex={-1} data-arrival>
          Send
        </h1>
      </div>
      <div class="send">
        <form
          class="send-form panel"
          aria-label="Send an SMS"
          onSubmit={(event) => {
            event.preventDefault();
            if (!sending) send();
          }}
        >
          <Fields from={from} />
          <TextField
            label="API key"
            code
            required
            value={key}
            onChange={(value) => keepApiKey(accountId, value)}
            hint="Kept for this tab only."
          />
          <div class="actions">
            <Button type="submit" kind="main" icon="send" inert={sending}>
              {sending ? "Sending …" : from.mode === "single" ? "Send" : "Send to all"}
            </Button>
          </div>
          <Answer answer={answer} />
        </form>
        <div class="send-side">
          <Preview from={from} />
          <CallSamples call={call} apiKey={key} />
        </div>
      </div>
    </>
  );
}

function change(part: Partial<Draft>): void {
  draft.value = { ...draft.value, ...part };
}

function Fields({ from }: { from: Draft }) {
  const { recipientsPerRequest } = useAccount();
  const area = useRef<HTMLTextAreaElement>(null);
  const count = recipientsOf(from.recipients).length;
  return (
    <>
      <ChoiceField
        label="Recipients"
        value={from.mode}
        options={[
          { value: "single", label: "One number" },
          { value: "bulk", label: "Several numbers" },
        ]}
        onChange={(mode) => change({ mode })}
      />
      {from.mode === "single" ? (
        <TextField label="To" code required value={from.to} onChange={(to) => change({ to })} />
      ) : (
        <TextArea
          label="To, one number a line"
          code
          required
          rows={5}
          value={from.recipients}
          onChange={(recipients) => change({ recipients })}
          hint={`${count} ${count === 1 ? "number" : "numbers"}; the plan allows ${recipientsPerRequest.toLocaleString("en-IN")} at once`}
        />
      )}
      <TemplateField from={from} />
      <div class="columns">
        <TextField
          label="Sender"
          code
          value={from.senderId}
          onChange={(senderId) => change({ senderId })}
        />
        <TextField
          label="Template id"
          code
          value={from.templateId}
          onChange={(templateId) => change({ templateId })}
        />
        <SelectField
          label="Type"
          value={from.type}
          options={types}
          onChange={(type) => change({ type })}
        />
      </div>
      <TextArea
        label="Message"
        rows={5}
        area={area}
        value={from.message}
        onChange={(message) => change({ message })}
        hint={<SegmentCount from={from} />}
      />
      <NextVariable from={from} area={() => area.current} />
      <CheckField
        label="Unicode"
        hint="For text that GSM-7 cannot carry, such as Hindi."
        checked={from.unicode}
        onChange={(unicode) => change({ unicode })}
      />
      <CheckField
        label="Send later"
        checked={from.later}
        onChange={(later) =>
          change({ later, ...(later && { scheduleAt: from.scheduleAt || minutesFromNow(10) }) })
        }
      />
      {from.later && (
        <TextField
          label="Time in India"
          type="datetime-local"
          step="1"
          required
          value={from.scheduleAt}
          onChange={(scheduleAt) => change({ scheduleAt })}
          hint="By the sandbox's clock."
        />
      )}
    </>
  );
}

function TemplateField({ from }: { from: Draft }) {
  const { accountId } = useAccount();
  const templates = useResource(["templates"], accountId, () =>
    answerOf(control.GET("/accounts/{accountId}/templates", { params: { path: { accountId } } })),
  ).data?.templates;
  const chosen = templates?.find(({ templateId }) => templateId === from.templateId);
  return (
    <SelectField
      label="Template"
      hint="Fills in what follows."
      value={chosen?.templateId ?? ""}
      options={[
        { value: "", label: "Choose one …" },
        ...(templates ?? []).map(({ templateId, text, approved }) => ({
          value: templateId,
          label: `${text.slice(0, 60)}${text.length > 60 ? "…" : ""}${approved ? "" : " (not approved)"}`,
        })),
      ]}
      onChange={(templateId) => {
        const template = templates?.find((each) => each.templateId === templateId);
        if (!template) return;
        const { senderId, type, text } = template;
        change({
          templateId,
          senderId,
          type,
          message: text,
          unicode: countSegments(text.replaceAll(variable, "")).unsupported.length > 0,
        });
      }}
    />
  );
}

/** What the text is sent in, and what it costs. */
function SegmentCount({ from: { message, unicode } }: { from: Draft }) {
  const { encoding, segments, units, unitsLeft, unsupported } = countSegments(message, { unicode });
  return (
    <>
      <span class="segment-count">
        {segments} {segments === 1 ? "segment" : "segments"} of {encoding} · {units} used,{" "}
        {unitsLeft} left
      </span>
      {unsupported.length > 0 && (
        <span class="segment-warning">
          {" "}
          Needs Unicode for <bdi>{unsupported.slice(0, 8).join(" ")}</bdi>
          {unsupported.length > 8 && " and more"}.
        </span>
      )}
    </>
  );
}

const variable = /\{#\w+#\}/g;

/** Leads from one variable of the template to the next, to be written over. */
function NextVariable({
  from: { message },
  area,
}: {
  from: Draft;
  area: () => HTMLTextAreaElement | null;
}) {
  const left = [...message.matchAll(variable)];
  if (left.length === 0) return null;
  const fillIn = () => {
    const field = area();
    if (!field) return;
    const next = left.find(({ index }) => index >= field.selectionEnd) ?? left[0];
    if (!next) return;
    field.focus();
    field.setSelectionRange(next.index, next.index + next[0].length);
  };
  return (
    <p class="variables">
      {left.length} {left.length === 1 ? "variable" : "variables"} to fill in{" "}
      <Button kind="quiet" onPress={fillIn}>
        Go to the next
      </Button>
    </p>
  );
}

function Preview({ from }: { from: Draft }) {
  const { unicode, message, senderId } = from;
  const { text } = countSegments(message, { unicode });
  const to = from.mode === "single" ? from.to : (recipientsOf(from.recipients)[0] ?? "");
  return (
    <Panel title="As the phone shows it">
      <div class="phone phone-preview">
        <p class="phone-date">{phoneNumber(to) || "No number"}</p>
        <article class="bubble bubble-delivered" aria-label="Preview">
          <p class="bubble-sender">{senderId || "Sender"}</p>
          {text ? <BubbleText text={text} /> : <p class="muted">The message appears here.</p>}
        </article>
      </div>
    </Panel>
  );
}

function minutesFromNow(minutes: number): string {
  const now = clock.value ? timeNow(clock.value) : Date.now();
  return toLocalField(now + minutes * 60_000).slice(0, 16);
}
