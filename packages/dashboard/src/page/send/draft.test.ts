import { expect, test } from "vitest";
import { callOf, type Draft, recipientsOf } from "./draft.ts";

const draft: Draft = {
  mode: "single",
  to: "+91 98765 43210",
  recipients: "919876543210\n 98765 43211, 919876543212\n\n",
  senderId: "GCMDIA",
  templateId: "1007161234567890123",
  type: "promotional",
  message: "<b>नमस्ते</b>",
  unicode: false,
  later: false,
  scheduleAt: "2026-06-24T09:00",
};

test("a single send has only what is asked for", () => {
  expect(callOf(draft)).toEqual({
    operation: "send",
    path: "/sms/send",
    body: {
      to: "919876543210",
      message: "<b>नमस्ते</b>",
      senderId: "GCMDIA",
      templateId: "1007161234567890123",
      type: "promotional",
    },
  });
});

test("a bulk send has a mobile a line, the flag and the time in India", () => {
  expect(callOf({ ...draft, mode: "bulk", unicode: true, later: true })).toMatchObject({
    operation: "sendBulk",
    path: "/sms/bulk",
    body: {
      recipients: ["919876543210", "919876543211", "919876543212"],
      unicode: true,
      scheduleAt: "2026-06-24T09:00:00+05:30",
    },
  });
});

test("what is no number is left for the API to refuse", () => {
  expect(callOf({ ...draft, to: " not a number " }).body).toMatchObject({ to: "not a number" });
  expect(recipientsOf("12\nx9")).toEqual(["12", "x9"]);
});
