import { countSegments } from "@getclickmedia/sms-segments";
import { expect, test } from "vitest";
import { exampleMessage } from "../../src/guides/example-message.ts";
import { bundle } from "../site.ts";
import { describeSite } from "./browser.ts";

const texts = [
  "",
  "a",
  "a".repeat(160),
  "a".repeat(161),
  "€".repeat(81),
  "“quoted” — and folded…",
  "आपका ऑर्डर कल पहुँचेगा।",
  "आ".repeat(71),
  "Your parcel is here 🎉👨‍👩‍👧‍👦🇮🇳",
  "<b>&amp; not markup</b>",
  "two\nlines",
];

describeSite("the segment counter", (site) => {
  test.each([false, true])("counts as the SDKs do, with unicode %s", async (unicode) => {
    const page = await site.open("segments/");
    const counter = page.locator("segment-counter");
    await counter.getByRole("checkbox").setChecked(unicode);
    for (const text of texts) {
      await counter.getByRole("textbox").fill(text);
      const { unsupported, ...count } = countSegments(text, { unicode });
      for (const name of [
        "segments",
        "encoding",
        "units",
        "unitsPerSegment",
        "unitsLeft",
      ] as const) {
        const shown = await counter.locator(`[data-count="${name}"]`).textContent();
        expect({ text, name, shown }).toEqual({ text, name, shown: String(count[name]) });
      }
      const note = counter.locator(".note");
      expect(await note.isVisible()).toBe(unsupported.length > 0);
      for (const character of unsupported) expect(await note.textContent()).toContain(character);
    }
  });

  test("counts the message of the examples before anything is written", async () => {
    const page = await site.open("segments/");
    const counter = page.locator("segment-counter");
    const text = exampleMessage(bundle);
    expect(await counter.getByRole("textbox").inputValue()).toBe(text);
    await expect
      .poll(() => counter.locator('[data-count="units"]').textContent())
      .toBe(String(countSegments(text).units));
  });
});
