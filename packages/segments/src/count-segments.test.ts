import document from "@getclickmedia/sms-openapi" with { type: "json" };
import type { components } from "@getclickmedia/sms-types";
import { describe, expect, test } from "vitest";
import { countSegments } from "./count-segments.ts";

type Schemas = components["schemas"];
type Json = { content: { "application/json": { examples: object } } };

/** The request examples of an operation, each with the answer of the same name. */
function pairs<Request, Answer>(operation: { requestBody: Json; responses: { 200: Json } }) {
  const answers = new Map(
    Object.entries(operation.responses[200].content["application/json"].examples),
  );
  return Object.entries(operation.requestBody.content["application/json"].examples).map(
    ([name, { value }]): [string, Request, Answer] => [name, value, answers.get(name).value],
  );
}

/** The figures that a counter shows, in one line. */
function figures(text: string, options?: { unicode?: boolean }): string {
  const count = countSegments(text, options);
  const { encoding, segments, units, unitsPerSegment, unitsLeft } = count;
  return `${encoding} ${segments} segments, ${units} units of ${unitsPerSegment}, ${unitsLeft} left`;
}

describe("the examples of the spec cost what they say", () => {
  const send = document.paths["/sms/send"].post;
  const sends = pairs<Schemas["SendRequest"], Schemas["SendResponse"]>(send);
  test.each(sends)("send %s", (_, request, answer) => {
    expect(countSegments(request.message, request).segments).toBe(answer.credits);
  });

  const bulk = document.paths["/sms/bulk"].post;
  const bulks = pairs<Schemas["BulkSendRequest"], Schemas["BulkSendResponse"]>(bulk);
  test.each(bulks)("sendBulk %s", (_, request, answer) => {
    const { segments } = countSegments(request.message, request);
    expect(segments * request.recipients.length).toBe(answer.estimatedCredits);
  });
});

test("every field of a plain text", () => {
  expect(countSegments("Your OTP is 482910.")).toEqual({
    encoding: "GSM-7",
    segments: 1,
    units: 19,
    unitsPerSegment: 160,
    unitsLeft: 141,
    text: "Your OTP is 482910.",
    unsupported: [],
  });
});

test("typographic punctuation is counted in its plain form, and the text shows it", () => {
  expect(countSegments("“Wait… — €5”")).toEqual({
    encoding: "GSM-7",
    segments: 1,
    units: 15,
    unitsPerSegment: 160,
    unitsLeft: 145,
    text: '"Wait... - €5"',
    unsupported: [],
  });
});

test("with unicode the text is counted exactly as it is, even where GSM-7 could carry it", () => {
  expect(countSegments("“Wait… — €5”", { unicode: true })).toEqual({
    encoding: "UCS-2",
    segments: 1,
    units: 12,
    unitsPerSegment: 70,
    unitsLeft: 58,
    text: "“Wait… — €5”",
    unsupported: [],
  });
});

test("what GSM-7 cannot carry is named once each, and the figures are those of unicode", () => {
  const text = "“नमन” — ₹5 😀😀";
  expect(countSegments(text)).toEqual({
    encoding: "UCS-2",
    segments: 1,
    units: 15,
    unitsPerSegment: 70,
    unitsLeft: 55,
    text,
    unsupported: ["न", "म", "₹", "😀"],
  });
  const { unsupported, ...flagged } = countSegments(text, { unicode: true });
  expect(countSegments(text)).toMatchObject(flagged);
  expect(unsupported).toEqual([]);
});

test("without the flag, and with a flag that is off, the count is the same", () => {
  expect(countSegments("—", {})).toEqual(countSegments("—"));
  expect(countSegments("—", { unicode: false })).toEqual(countSegments("—"));
  expect(countSegments("—", { unicode: undefined })).toEqual(countSegments("—"));
});

test("an empty text is one empty segment", () => {
  expect(figures("")).toBe("GSM-7 1 segments, 0 units of 160, 160 left");
  expect(figures("", { unicode: true })).toBe("UCS-2 1 segments, 0 units of 70, 70 left");
});

test.each([
  [159, "GSM-7 1 segments, 159 units of 160, 1 left"],
  [160, "GSM-7 1 segments, 160 units of 160, 0 left"],
  [161, "GSM-7 2 segments, 161 units of 153, 145 left"],
  [306, "GSM-7 2 segments, 306 units of 153, 0 left"],
  [307, "GSM-7 3 segments, 307 units of 153, 152 left"],
  [459, "GSM-7 3 segments, 459 units of 153, 0 left"],
  [39_015, "GSM-7 255 segments, 39015 units of 153, 0 left"],
  [39_016, "GSM-7 256 segments, 39016 units of 153, 152 left"],
])("%i septets", (length, expected) => {
  expect(figures("a".repeat(length))).toBe(expected);
});

test.each([
  [70, "UCS-2 1 segments, 70 units of 70, 0 left"],
  [71, "UCS-2 2 segments, 71 units of 67, 63 left"],
  [134, "UCS-2 2 segments, 134 units of 67, 0 left"],
  [135, "UCS-2 3 segments, 135 units of 67, 66 left"],
  [201, "UCS-2 3 segments, 201 units of 67, 0 left"],
])("%i units of UCS-2, flagged or not", (length, expected) => {
  expect(figures("क".repeat(length))).toBe(expected);
  expect(figures("क".repeat(length), { unicode: true })).toBe(expected);
  expect(figures("a".repeat(length), { unicode: true })).toBe(expected);
});

test.each([..."^{}\\[~]|€\f"])(
  "%j counts two septets in GSM-7 and one unit in UCS-2",
  (character) => {
    expect(countSegments(character)).toMatchObject({
      encoding: "GSM-7",
      units: 2,
      text: character,
    });
    expect(countSegments(character, { unicode: true }).units).toBe(1);
  },
);

test("every other character of the alphabet counts one septet", () => {
  const alphabet =
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  expect(alphabet).toHaveLength(127); // 128 with the escape, which is no character.
  expect(countSegments(alphabet)).toMatchObject({ encoding: "GSM-7", units: 127, text: alphabet });
});

test.each([..."\u001b\t\0çáΑ₹©™½÷\u0301", "\ud83d", "\udc69"])("%j needs unicode", (character) => {
  expect(countSegments(character)).toMatchObject({
    encoding: "UCS-2",
    units: 1,
    unsupported: [character],
  });
});

test("an escape and its character stay in one segment", () => {
  const around = (before: number) => `${"a".repeat(before)}€${"b".repeat(9)}`;
  // Two septets fit at the end, one does not, and none is left.
  expect(figures(around(151))).toBe("GSM-7 2 segments, 162 units of 153, 144 left");
  expect(figures(around(152))).toBe("GSM-7 2 segments, 163 units of 153, 142 left");
  expect(figures(around(153))).toBe("GSM-7 2 segments, 164 units of 153, 142 left");
  // 76 to a segment, so that each segment leaves a septet empty.
  expect(figures("€".repeat(80))).toBe("GSM-7 1 segments, 160 units of 160, 0 left");
  expect(figures("€".repeat(152))).toBe("GSM-7 2 segments, 304 units of 153, 1 left");
  expect(figures("€".repeat(153))).toBe("GSM-7 3 segments, 306 units of 153, 151 left");
});

test("a surrogate pair stays in one segment, and a lone surrogate is a unit like any other", () => {
  expect(figures("😀".repeat(35))).toBe("UCS-2 1 segments, 70 units of 70, 0 left");
  expect(figures("😀".repeat(66))).toBe("UCS-2 2 segments, 132 units of 67, 1 left");
  expect(figures("😀".repeat(67))).toBe("UCS-2 3 segments, 134 units of 67, 65 left");
  expect(figures("\ud83d".repeat(134))).toBe("UCS-2 2 segments, 134 units of 67, 0 left");
});

test("a segment may end inside an emoji or a syllable of several characters", () => {
  expect(figures(`${"a".repeat(66)}कि${"a".repeat(66)}`)).toBe(
    "UCS-2 2 segments, 134 units of 67, 0 left",
  );
  expect(figures(`${"a".repeat(65)}👩‍💻${"a".repeat(64)}`)).toBe(
    "UCS-2 2 segments, 134 units of 67, 0 left",
  );
});

test("an ellipsis may cost a segment, since it becomes three dots", () => {
  expect(figures(`${"a".repeat(157)}…`)).toBe("GSM-7 1 segments, 160 units of 160, 0 left");
  expect(figures(`${"a".repeat(158)}…`)).toBe("GSM-7 2 segments, 161 units of 153, 145 left");
});
