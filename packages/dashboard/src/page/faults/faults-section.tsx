import { answerOf, type Control, control } from "../api/control.ts";
import { Button } from "../elements/button.tsx";
import { Empty, Loaded } from "../elements/loaded.tsx";
import { act } from "../elements/notice.tsx";
import { Panel } from "../elements/panel.tsx";
import { Table } from "../elements/table.tsx";
import { useResource } from "../live/use-resource.ts";
import { FaultForm } from "./fault-form.tsx";
import { effectInWords } from "./fault-kinds.ts";
import { MagicRecipients } from "./magic-recipients.tsx";

type Fault = Control["Fault"];

const columns = [
  { title: "What", cell: ({ effect }: Fault) => effectInWords(effect) },
  {
    title: "Calls",
    cell: ({ operationId }: Fault) => (operationId ? <code>{operationId}</code> : "All"),
  },
  { title: "Account", cell: ({ accountId }: Fault) => accountId ?? "Every one" },
  { title: "How often", cell: ({ timesLeft }: Fault) => times(timesLeft) },
  {
    title: "Action",
    cell: ({ faultId, effect }: Fault) => (
      <Button label={`Mend: ${effectInWords(effect)}`} onPress={() => mend(faultId)}>
        Mend
      </Button>
    ),
  },
];

/** What is broken on purpose, to see how a program takes it. */
export function FaultsSection() {
  const faults = useResource(["faults"], "faults", () => answerOf(control.GET("/faults")));
  return (
    <>
      <div class="section-head">
        <h1 tabIndex={-1} data-arrival>
          Faults
        </h1>
      </div>
      <Panel title="Break the next calls">
        <FaultForm />
      </Panel>
      <Panel
        title="Broken now"
        aside={
          (faults.data?.faults.length ?? 0) > 0 && (
            <Button onPress={mendAll}>Mend everything</Button>
          )
        }
      >
        <Loaded resource={faults}>
          {({ faults: found }) =>
            found.length === 0 ? (
              <Empty title="Nothing is broken">
                Break something above, and calls feel it at once.
              </Empty>
            ) : (
              <Table
                caption="What is broken now"
                columns={columns}
                rows={found}
                keyOf={({ faultId }) => faultId}
              />
            )
          }
        </Loaded>
      </Panel>
      <MagicRecipients />
    </>
  );
}

function times(left: number | null): string {
  if (left === null) return "Until it is mended";
  return left === 1 ? "Once more" : `${left.toLocaleString("en-IN")} times more`;
}

const mend = (faultId: string) =>
  act(
    () => answerOf(control.DELETE("/faults/{faultId}", { params: { path: { faultId } } })),
    "The fault is mended.",
  );

const mendAll = () => act(() => answerOf(control.DELETE("/faults")), "Everything is mended.");
