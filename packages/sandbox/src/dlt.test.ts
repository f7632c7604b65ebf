import { type DltRules, defaultRules } from "@getclickmedia/sms-dlt";
import { describe, expect, test } from "vitest";
import { createDlt } from "./dlt.ts";
import type { Template } from "./registry.ts";
import { defaultSettings, type Settings } from "./settings.ts";

const now = Date.parse("2026-06-23T04:00:00Z"); // 09:30 in India
const template: Template = {
  templateId: "1",
  senderId: "GCMDIA",
  type: "promotional",
  text: "Up to {#var#} off!",
  approved: true,
};
const registered = (templates: Template[] = [template]) => ({
  header: (senderId: string) => (senderId === "GCMDIA" ? { senderId, approved: true } : undefined),
  template: (id: string) => templates.find(({ templateId }) => templateId === id),
});
const text = {
  message: "Up to 40% off!",
  senderId: "GCMDIA",
  templateId: "1",
  type: "promotional",
};

function dltWith(rules: readonly DltRules[] = defaultRules) {
  let settings: Settings = defaultSettings;
  const dlt = createDlt(rules, () => settings);
  return { dlt, set: (change: Partial<Settings>) => (settings = { ...settings, ...change }) };
}

describe("the check of a message", () => {
  test("what equals its template passes", () => {
    expect(dltWith().dlt.check(text, now, registered())).toBeUndefined();
  });

  test("what differs says where, and the settings overrule how it is compared", () => {
    const { dlt, set } = dltWith();
    const loud = { ...text, message: "UP TO 40%  OFF!" };
    expect(dlt.check(loud, now, registered())).toMatchObject({ code: "TEMPLATE_MISMATCH" });
    set({ matching: "lenient" });
    expect(dlt.check(loud, now, registered())).toBeUndefined();
    set({ matching: null });
    expect(dlt.check(loud, now, registered())).toMatchObject({ code: "TEMPLATE_MISMATCH" });
  });

  test("a template that was changed is compared as it is now", () => {
    const { dlt } = dltWith();
    expect(dlt.check(text, now, registered())).toBeUndefined();
    const changed = [{ ...template, text: "Only {#var#} off!" }];
    expect(dlt.check(text, now, registered(changed))).toMatchObject({ code: "TEMPLATE_MISMATCH" });
  });

  test("the rules of the day decide, and before the first day the oldest ones", () => {
    const { dlt } = dltWith();
    const tagged = [{ ...template, text: "Up to {#numeric#}% off!" }];
    expect(dlt.check(text, now, registered(tagged))).toBeUndefined();
    // The tag came with the rules of 2025-11-18: such a template was as good as none.
    for (const time of [Date.parse("2025-11-17T18:29:59Z"), 0]) {
      expect(dlt.check(text, time, registered(tagged))).toMatchObject({
        message: expect.stringContaining("There is no DLT template 1."),
      });
      expect(dlt.check(text, time, registered())).toBeUndefined();
    }
  });
});

describe("promotional hours", () => {
  const hours = { from: "10:00", to: "21:00" };
  const atIndia = (time: string) => Date.parse(`2026-06-23T${time}:00+05:30`);

  test("by default there are none", () => {
    expect(dltWith().dlt.closedFor("promotional", atIndia("03:00"))).toBeUndefined();
  });

  test.each([
    ["09:59", "Promotional messages go out from 10:00 to 21:00"],
    ["10:00", undefined],
    ["20:59", undefined],
    ["21:00", "Promotional messages go out from 10:00 to 21:00"],
  ])("at %s in India, from 10:00 to 21:00: %s", (time, reason) => {
    const { dlt, set } = dltWith();
    set({ promotionalHours: hours });
    expect(dlt.closedFor("promotional", atIndia(time))).toBe(reason);
    expect(dlt.closedFor("transactional", atIndia(time))).toBeUndefined();
  });

  test("the settings overrule those of the rules, and null goes back to them", () => {
    const [oldest] = defaultRules;
    const { dlt, set } = dltWith([{ ...oldest, promotionalHours: hours }]);
    expect(dlt.closedFor("promotional", atIndia("09:00"))).toContain("10:00");
    set({ promotionalHours: { from: "08:00", to: "09:30" } });
    expect(dlt.closedFor("promotional", atIndia("09:00"))).toBeUndefined();
    set({ promotionalHours: null });
    expect(dlt.closedFor("promotional", atIndia("09:00"))).toContain("10:00");
  });
});

test("the text of a template is checked by the rules of the day", () => {
  const { dlt } = dltWith();
  expect(dlt.problemOf("Hello {#var#}", now)).toBeUndefined();
  expect(dlt.problemOf("Hello {#colour#}", now)).toContain("colour");
});

test("no rules at all are refused with one line", () => {
  expect(() => dltWith([])).toThrow(
    "There are no DLT rules. Leave them out to have the usual ones.",
  );
});
