import { operations } from "@getclickmedia/sms-types";
import { useState } from "preact/hooks";
import { answerOf, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { SelectField, TextField } from "../elements/fields.tsx";
import { act } from "../elements/notice.tsx";
import { useAccount } from "../shell/account.ts";
import { effectInWords, effectOf, errorOptions, faultKinds } from "./fault-kinds.ts";

const calls = [
  { value: "", label: "All" },
  ...Object.values(operations).map(({ name, description }) => ({
    value: name,
    label: `${name}: ${description}`,
  })),
];

/** Breaks what comes next. */
export function FaultForm() {
  const { accountId, name } = useAccount();
  const [chosen, setChosen] = useState<string>("error");
  const [error, setError] = useState("GATEWAY_ERROR");
  const [delayMs, setDelayMs] = useState("2000");
  const [operationId, setOperationId] = useState("");
  const [whose, setWhose] = useState("");
  const [times, setTimes] = useState("1");
  const kind = faultKinds.find(({ value }) => value === chosen)?.value ?? "error";
  const effect = effectOf(kind, error, Number(delayMs));

  const inject = () =>
    act(
      () =>
        answerOf(
          control.POST("/faults", {
            body: {
              effect,
              ...(operationId && { operationId }),
              ...(whose && { accountId: whose }),
              ...(times && { times: Number(times) }),
            },
          }),
        ),
      `In force: ${effectInWords(effect)}.`,
    );

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        inject();
      }}
    >
      <div class="columns">
        <SelectField label="What happens" value={kind} options={faultKinds} onChange={setChosen} />
        {kind === "error" && (
          <SelectField label="Error" value={error} options={errorOptions} onChange={setError} />
        )}
        {kind === "delay" && (
          <TextField
            label="Delay in ms"
            type="number"
            required
            min="1"
            max="600000"
            value={delayMs}
            onChange={setDelayMs}
          />
        )}
        <SelectField
          label="To which calls"
          value={operationId}
          options={calls}
          onChange={setOperationId}
        />
        <SelectField
          label="Of which account"
          value={whose}
          options={[
            { value: "", label: "Every one" },
            { value: accountId, label: name },
          ]}
          onChange={setWhose}
        />
        <TextField
          label="How many times"
          type="number"
          min="1"
          max="1000000"
          value={times}
          onChange={setTimes}
          hint="Empty: until it is mended."
        />
      </div>
      <div class="actions">
        <Button type="submit" kind="main">
          Break
        </Button>
      </div>
    </form>
  );
}
