import { useState } from "preact/hooks";
import { answerOf, type Control, control } from "../api/control.ts";
import { SelectField } from "../elements/fields.tsx";
import { Empty, Loaded } from "../elements/loaded.tsx";
import { Pager, usePaging } from "../elements/pager.tsx";
import { Panel } from "../elements/panel.tsx";
import { Table } from "../elements/table.tsx";
import { Time } from "../elements/time.tsx";
import { useResource } from "../live/use-resource.ts";
import { MessageLink } from "../messages/message-by-id.tsx";
import { useAccount } from "../shell/account.ts";
import { linkTo } from "../shell/route.ts";
import { DeliveryState } from "./delivery-state.tsx";
import { NextAttempt } from "./next-attempt.tsx";

type Delivery = Control["Delivery"];

const states = [
  { value: "", label: "Every state" },
  { value: "pending", label: "Pending" },
  { value: "delivered", label: "Delivered" },
  { value: "failed", label: "Failed" },
  { value: "stopped", label: "Stopped" },
] satisfies { value: Delivery["state"] | ""; label: string }[];

const columns = [
  {
    title: "Event",
    cell: ({ deliveryId, event }: Delivery) => (
      <a class="unbroken" href={linkTo(["webhooks", deliveryId])}>
        {event}
      </a>
    ),
  },
  { title: "State", cell: ({ state }: Delivery) => <DeliveryState state={state} /> },
  { title: "Message", cell: ({ messageId }: Delivery) => <MessageLink messageId={messageId} /> },
  { title: "To", cell: ({ url }: Delivery) => <span class="code breakable">{url}</span> },
  { title: "Made", cell: ({ createdAt }: Delivery) => <Time at={createdAt} /> },
  {
    title: "Attempts",
    cell: ({ attemptCount, lastStatus }: Delivery) => (
      <span class="unbroken">
        {lastStatus ? `${attemptCount}, last ${lastStatus}` : attemptCount}
      </span>
    ),
  },
  { title: "Next attempt", cell: (delivery: Delivery) => <NextAttempt delivery={delivery} /> },
];

/** Every receipt on its way to an endpoint. */
export function Deliveries() {
  const { accountId } = useAccount();
  const [chosen, setChosen] = useState("");
  const state = states.find(({ value }) => value === chosen)?.value;
  const paging = usePaging(chosen);
  const { before } = paging;
  const deliveries = useResource(["deliveries"], JSON.stringify([state, before]), () =>
    answerOf(
      control.GET("/accounts/{accountId}/deliveries", {
        params: {
          path: { accountId },
          query: { limit: 25, ...(state && { state }), ...(before && { before }) },
        },
      }),
    ),
  );
  return (
    <Panel
      title="Deliveries"
      aside={<SelectField label="State" value={chosen} options={states} onChange={setChosen} />}
    >
      <Loaded resource={deliveries}>
        {({ deliveries: found, next }) => (
          <>
            {found.length === 0 ? (
              <Empty title={chosen ? "No delivery is in this state" : "No deliveries yet"}>
                With an endpoint switched on, every message makes some.
              </Empty>
            ) : (
              <Table
                caption="Webhook deliveries, the newest first"
                columns={columns}
                rows={found}
                keyOf={({ deliveryId }) => deliveryId}
              />
            )}
            <Pager paging={paging} next={next} what="deliveries" />
          </>
        )}
      </Loaded>
    </Panel>
  );
}
