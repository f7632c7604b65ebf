import { answerOf, type Control, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { confirmed } from "../elements/confirm.tsx";
import { CheckField, SelectField, TextField } from "../elements/fields.tsx";
import { Loaded } from "../elements/loaded.tsx";
import { act } from "../elements/notice.tsx";
import { Panel } from "../elements/panel.tsx";
import { useEdits } from "../elements/use-edits.ts";
import { useResource } from "../live/use-resource.ts";

type Settings = Control["Settings"];

const delays = [
  { name: "queueMs", label: "In the queue", max: 86_400_000 },
  { name: "carrierMs", label: "At the carrier", max: 86_400_000 },
  { name: "slowMs", label: "At the carrier, when slow", max: 604_800_000 },
] as const;

const matchings = [
  { value: "", label: "As the DLT rules of the day have it" },
  { value: "strict", label: "Strict" },
  { value: "lenient", label: "Lenient" },
];

/** How the sandbox behaves, for every account. */
export function SettingsSection() {
  const settings = useResource(["settings"], "settings", () => answerOf(control.GET("/settings")));
  return (
    <>
      <div class="section-head">
        <h1 tabIndex={-1} data-arrival>
          Settings
        </h1>
      </div>
      <Panel title="Behaviour">
        <Loaded resource={settings}>{(found) => <SettingsForm settings={found} />}</Loaded>
      </Panel>
      <Panel title="Start afresh">
        <p>
          Forgets every message, batch, delivery and change, and starts again as the sandbox was
          configured.
        </p>
        <div class="actions">
          <Button kind="danger" onPress={reset}>
            Reset the sandbox
          </Button>
        </div>
      </Panel>
    </>
  );
}

function formOf({ delays: { queueMs, carrierMs, slowMs }, matching, promotionalHours }: Settings) {
  const { from, to } = promotionalHours ?? { from: "10:00", to: "21:00" };
  return {
    queueMs: String(queueMs),
    carrierMs: String(carrierMs),
    slowMs: String(slowMs),
    matching: matching ?? "",
    limited: promotionalHours !== null,
    from,
    to,
  };
}

function SettingsForm({ settings }: { settings: Settings }) {
  const [form, edit] = useEdits<ReturnType<typeof formOf>>(formOf(settings));
  const { matching, limited, from, to } = form;

  const save = () =>
    act(
      () =>
        answerOf(
          control.PATCH("/settings", {
            body: {
              delays: {
                queueMs: Number(form.queueMs),
                carrierMs: Number(form.carrierMs),
                slowMs: Number(form.slowMs),
              },
              matching: matching === "strict" || matching === "lenient" ? matching : null,
              promotionalHours: limited ? { from, to } : null,
            },
          }),
        ),
      "The settings are changed.",
    );

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <fieldset class="group">
        <legend>How long messages take, in milliseconds of the sandbox’s clock</legend>
        <div class="columns">
          {delays.map(({ name, label, max }) => (
            <TextField
              key={name}
              label={label}
              type="number"
              required
              min="0"
              max={max}
              value={form[name]}
              onChange={(value) => edit({ [name]: value })}
            />
          ))}
        </div>
      </fieldset>
      <SelectField
        label="How texts are compared with templates"
        value={matching}
        options={matchings}
        onChange={(value) =>
          edit({ matching: value === "strict" || value === "lenient" ? value : "" })
        }
      />
      <fieldset class="group">
        <legend>Promotional messages</legend>
        <CheckField
          label="Only go out within hours"
          hint="Outside of them the operator rejects them."
          checked={limited}
          onChange={(checked) => edit({ limited: checked })}
        />
        {limited && (
          <div class="columns">
            <TextField
              label="From, in India"
              type="time"
              required
              value={from}
              onChange={(value) => edit({ from: value })}
            />
            <TextField
              label="Until, in India"
              type="time"
              required
              value={to}
              onChange={(value) => edit({ to: value })}
            />
          </div>
        )}
      </fieldset>
      <div class="actions">
        <Button type="submit" kind="main">
          Save
        </Button>
      </div>
    </form>
  );
}

async function reset(): Promise<void> {
  const yes = await confirmed({
    title: "Reset the sandbox?",
    body: "Every account, message, batch and delivery is forgotten. This cannot be undone.",
    action: "Reset",
  });
  if (!yes) return;
  await act(() => answerOf(control.POST("/reset")), "The sandbox starts afresh.");
}
