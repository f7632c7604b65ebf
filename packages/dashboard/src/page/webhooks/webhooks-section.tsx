import { route } from "../shell/route.ts";
import { Deliveries } from "./deliveries.tsx";
import { DeliveryDetails } from "./delivery-details.tsx";
import { Endpoints } from "./endpoints.tsx";

/** `#/webhooks/{deliveryId}` */
export function WebhooksSection() {
  const [, deliveryId] = route.value.path;
  if (deliveryId) return <DeliveryDetails key={deliveryId} deliveryId={deliveryId} />;
  return (
    <>
      <div class="section-head">
        <h1 tabIndex={-1} data-arrival>
          Webhooks
        </h1>
      </div>
      <Endpoints />
      <Deliveries />
    </>
  );
}
