import { expect, test } from "vitest";
import { changedSettings, defaultSettings } from "./settings.ts";

test("what a change leaves out stays, of the delays as well", () => {
  const hours = { from: "10:00", to: "21:00" };
  const once = changedSettings(defaultSettings, {
    delays: { queueMs: 0 },
    promotionalHours: hours,
  });
  expect(once).toEqual({
    delays: { ...defaultSettings.delays, queueMs: 0 },
    matching: null,
    promotionalHours: hours,
  });
  expect(changedSettings(once, { promotionalHours: null, matching: "lenient" })).toEqual({
    ...once,
    promotionalHours: null,
    matching: "lenient",
  });
});
