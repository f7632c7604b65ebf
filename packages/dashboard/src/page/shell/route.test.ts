import { expect, test } from "vitest";
import { linkTo, routeOf, sectionOf, titleOf } from "./route.ts";

test.each([
  [["messages"], {}],
  [["messages", "919876543210", "gcm_msg_1"], { status: "failed", batch: "gcm_batch_1" }],
  [["a/b?c#d", "%"], { q: "a&b=c" }],
])("a link to %j with %j leads there", (path, query) => {
  expect(routeOf(linkTo(path, query))).toEqual({ path, query });
});

test("what is empty in a query is left out of the link", () => {
  expect(linkTo(["messages"], { status: "", batch: undefined })).toBe("#/messages");
});

test.each(["", "#", "#/", "#/nowhere", "#/%E0%A4%A"])("%j leads to the messages", (hash) => {
  expect(sectionOf(routeOf(hash)).id).toBe("messages");
});

test("the title tells the place, the narrowest first", () => {
  expect(titleOf(routeOf("#/messages/919876543210"))).toBe("919876543210 · Messages · SMS sandbox");
});
