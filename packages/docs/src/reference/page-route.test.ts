import { expect, test } from "vitest";
import { routeOf } from "./page-route.ts";

test("a route is the tag and the operation in lower case", () => {
  expect(routeOf({ tags: ["Delivery receipts"], operationId: "receiveSmsFailed" })).toBe(
    "/delivery-receipts/receivesmsfailed",
  );
});
