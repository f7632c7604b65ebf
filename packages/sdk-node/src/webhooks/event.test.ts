import { expectTypeOf, test } from "vitest";
import type {
  KnownWebhookEvent,
  SmsDeliveredEvent,
  SmsFailedEvent,
  SmsRejectedEvent,
  UnknownEventName,
  UnknownWebhookEvent,
  WebhookEvent,
} from "./index.ts";
import { events } from "./test/webhook-examples.ts";

/** The compiler checks what this says; running it shows that an unknown event falls through. */
function failReasonOf(event: WebhookEvent): unknown {
  switch (event.event) {
    case "sms.delivered":
      expectTypeOf(event).toEqualTypeOf<SmsDeliveredEvent>();
      expectTypeOf(event.deliveredAt).toEqualTypeOf<string>();
      // @ts-expect-error: a delivered message has no reason to have failed.
      return event.failReason;
    case "sms.failed":
    case "sms.rejected":
      expectTypeOf(event).toEqualTypeOf<SmsFailedEvent | SmsRejectedEvent>();
      return event.failReason;
    case "sms.queued":
    case "sms.dispatched":
      return undefined;
    // @ts-expect-error: a name that this version does not know is compared as a string.
    case "sms.clicked":
      return undefined;
    default:
      expectTypeOf(event).toEqualTypeOf<UnknownWebhookEvent>();
      expectTypeOf(event.event).toEqualTypeOf<UnknownEventName>();
      expectTypeOf(event.event).toExtend<string>();
      expectTypeOf(event.failReason).toEqualTypeOf<unknown>();
      return event.failReason;
  }
}

test("the name of an event tells its type", ({ expect }) => {
  expect(failReasonOf(events["sms.failed"])).toBe(events["sms.failed"].failReason);
  expect(failReasonOf(events["sms.queued"])).toBeUndefined();
  const name: string = "sms.lost";
  expect(failReasonOf({ event: name as UnknownEventName, failReason: "Lost" })).toBe("Lost");
});

test("if statements narrow too, and the rest keeps the unknown events", ({ expect }) => {
  const event = events["sms.delivered"] as WebhookEvent;
  if (event.event !== "sms.delivered") {
    expectTypeOf(event).toEqualTypeOf<
      Exclude<KnownWebhookEvent, SmsDeliveredEvent> | UnknownWebhookEvent
    >();
    return expect.fail();
  }
  expectTypeOf(event).toEqualTypeOf<SmsDeliveredEvent>();
  return expect(event.deliveredAt).toBe(events["sms.delivered"].deliveredAt);
});

test("every event of the document has a type", () => {
  expectTypeOf<keyof typeof events>().toEqualTypeOf<
    "sms.queued" | "sms.dispatched" | "sms.delivered" | "sms.failed" | "sms.rejected"
  >();
});
