import { useEffect, useState } from "preact/hooks";
import { answerOf, type Control, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { Dialog } from "../elements/dialog.tsx";
import { TextField } from "../elements/fields.tsx";
import { Icon } from "../elements/icons.tsx";
import { act } from "../elements/notice.tsx";
import { useResource } from "../live/use-resource.ts";
import { fromLocalField, longDate, timeOfDay, toLocalField } from "../time/indian-time.ts";
import { type ClockReading, clock, tickInterval, timeNow } from "./clock.ts";

const speeds = [
  { speed: 0, title: "Frozen" },
  { speed: 1, title: "Real" },
  { speed: 60, title: "60×" },
  { speed: 3600, title: "3600×" },
];

const steps = [
  { seconds: 5, title: "+5 s" },
  { seconds: 60, title: "+1 min" },
  { seconds: 3600, title: "+1 h" },
  { seconds: 86_400, title: "+1 day" },
];

/** The sandbox's clock: what it shows, how fast it runs, and how to move it on. */
export function ClockBar() {
  useResource(["clock"], "clock", async () => show(await answerOf(control.GET("/clock"))));
  const [open, setOpen] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const reading = clock.value;
  return (
    <section class="clock" aria-label="Sandbox clock" data-open={open}>
      <div class="clock-face">
        <Icon name="clock" />
        {reading ? <Face reading={reading} /> : <span class="loading">Reading the clock …</span>}
        <span class="clock-toggle">
          <button
            type="button"
            class="button button-quiet"
            aria-expanded={open}
            aria-controls="clock-controls"
            onClick={() => setOpen(!open)}
          >
            Set clock
          </button>
        </span>
      </div>
      <div id="clock-controls" class="clock-controls">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends */}
        <div role="group" aria-label="Speed" class="segmented">
          {speeds.map(({ speed, title }) => (
            <Button
              key={speed}
              pressed={reading?.speed === speed}
              onPress={() => setSpeed(speed, title)}
            >
              {title}
            </Button>
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends */}
        <div role="group" aria-label="Advance" class="segmented">
          {steps.map(({ seconds, title }) => (
            <Button key={seconds} onPress={() => advance({ seconds })}>
              {title}
            </Button>
          ))}
          <Button onPress={() => setChoosing(true)}>To a time</Button>
        </div>
      </div>
      {choosing && reading && (
        <TimeDialog from={timeNow(reading)} onClose={() => setChoosing(false)} />
      )}
    </section>
  );
}

function Face({ reading }: { reading: ClockReading }) {
  const [, redraw] = useState(0);
  const { speed } = reading;
  useEffect(() => {
    if (speed === 0) return;
    const timer = setInterval(() => redraw((count) => count + 1), tickInterval(speed));
    return () => clearInterval(timer);
  }, [speed]);
  const now = timeNow(reading);
  const known = speeds.find((each) => each.speed === speed);
  return (
    <p class="clock-time">
      {/* A timer is not read out at every tick. */}
      <span role="timer" aria-label="Sandbox time">
        <strong>{timeOfDay(now)}</strong> <abbr title="Indian Standard Time, UTC+05:30">IST</abbr>
        <span class="clock-date"> {longDate(now)}</span>
      </span>
      {!known && <span class="clock-speed"> at {speed}×</span>}
      {speed === 0 && <span class="chip chip-plain">Frozen</span>}
    </p>
  );
}

function TimeDialog({ from, onClose }: { from: number; onClose: () => void }) {
  const earliest = toLocalField(from);
  const [value, setValue] = useState(earliest);
  return (
    <Dialog title="Advance to a time" onClose={onClose}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          onClose();
          await advance({ to: fromLocalField(value) });
        }}
      >
        <TextField
          label="Time in India"
          type="datetime-local"
          step="1"
          required
          min={earliest}
          value={value}
          onChange={setValue}
          hint="All that is due until then happens on the way, webhooks included."
        />
        <div class="actions actions-end">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" kind="main">
            Advance
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function show(read: Control["Clock"]): Control["Clock"] {
  clock.value = { ...read, readAt: performance.now() };
  return read;
}

const setSpeed = (speed: number, title: string) =>
  act(
    async () => show(await answerOf(control.PATCH("/clock", { body: { speed } }))),
    `The clock's speed: ${title.toLowerCase()}.`,
  );

const advance = (body: { seconds: number } | { to: string }) =>
  act(
    async () => show(await answerOf(control.POST("/clock/advance", { body }))),
    "The clock is moved on.",
  );
