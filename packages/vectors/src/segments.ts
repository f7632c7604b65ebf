import { type ApiDocument, examplesOf, operationsOf } from "@getclickmedia/sms-document";
import type { SegmentVector } from "./vectors.ts";

type Figures = [encoding: SegmentVector["encoding"], segments: number, units: number];
type More = Partial<Pick<SegmentVector, "unicode" | "sent" | "unsupported">>;

/** The messages of the document's examples, and texts at the edges of alphabets and segments. */
export function segmentVectors(document: ApiDocument): SegmentVector[] {
  return [
    ...exampleVectors(document),
    ...plainTexts,
    ...foldedTexts,
    ...unicodeTexts,
    ...unsupportedTexts,
    ...boundaries,
  ];
}

/** Counted by hand. An example that is not here fails the build. */
const exampleFigures: Record<string, Figures> = {
  "send orderConfirmation": ["GSM-7", 1, 75],
  "send otp": ["GSM-7", 1, 50],
  "send scheduledHindi": ["UCS-2", 1, 30],
  "sendBulk flashSale": ["GSM-7", 1, 82],
  "sendBulk immediate": ["GSM-7", 1, 82],
};

function exampleVectors(document: ApiDocument): SegmentVector[] {
  return operationsOf(document).flatMap(({ operationId, requestBody }) =>
    examplesOf(requestBody).map(([example, { value }]) => {
      const name = `${operationId} ${example}`;
      const { message, unicode = false } = value as { message: string; unicode?: boolean };
      const figures = exampleFigures[name];
      if (!figures) throw new Error(`Count the message of ${name} in segments.ts.`);
      const sent = unicode ? message : message.replace("—", "-");
      return vector(name, message, figures, { unicode, sent });
    }),
  );
}

const plainTexts = [
  vector("nothing", "", ["GSM-7", 1, 0]),
  vector("one letter", "a", ["GSM-7", 1, 1]),
  vector("the basic alphabet", "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ", ["GSM-7", 1, 31]),
  vector("the signs of the basic alphabet", " !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà", [
    "GSM-7",
    1,
    34,
  ]),
  vector("each sign of the extension", "^{}\\[~]|€\f", ["GSM-7", 1, 20]),
  vector("line breaks of both kinds", "a\nb\r\nc", ["GSM-7", 1, 6]),
  vector("a link", "https://example.com/a?b=c&d=~e", ["GSM-7", 1, 31]),
];

/** Typographic punctuation becomes plain, and is counted as what it becomes. */
const foldedTexts = [
  vector("quotation marks", "“a” „b‟ «c»", ["GSM-7", 1, 11], { sent: '"a" "b" "c"' }),
  vector("apostrophes", "it’s ‘so’ `b´ ʼ", ["GSM-7", 1, 15], { sent: "it's 'so' 'b' '" }),
  vector("a low quotation mark", "‚a", ["GSM-7", 1, 2], { sent: ",a" }),
  vector("dashes", "‐‑‒–—―−", ["GSM-7", 1, 7], { sent: "-------" }),
  vector("bullets", "• a ⁃ b", ["GSM-7", 1, 7], { sent: "- a - b" }),
  vector("angle quotation marks", "‹a›", ["GSM-7", 1, 3], { sent: "<a>" }),
  vector("primes", "5′ 10″", ["GSM-7", 1, 6], { sent: "5' 10\"" }),
  vector("slashes", "1⁄2 ∕", ["GSM-7", 1, 5], { sent: "1/2 /" }),
  vector("an ellipsis is three dots", "wait…", ["GSM-7", 1, 7], { sent: "wait..." }),
  vector("marks in pairs", "‼⁇⁈⁉‥", ["GSM-7", 1, 10], { sent: "!!???!!?.." }),
  vector("accents of the extension", "ˆ ˜", ["GSM-7", 1, 5], { sent: "^ ~" }),
  vector("spaces", "a\u00a0b\u2009c\u202fd\u3000e", ["GSM-7", 1, 9], { sent: "a b c d e" }),
  vector("separators", "a\u2028b\u2029c", ["GSM-7", 1, 5], { sent: "a\nb\nc" }),
  vector("zero-width characters", "\ufeffa\u200bb\u200cc\u2060", ["GSM-7", 1, 3], { sent: "abc" }),
  vector("full-width forms", "ＯＴＰ：４８！", ["GSM-7", 1, 7], { sent: "OTP:48!" }),
  vector("full-width brackets of the extension", "［a］", ["GSM-7", 1, 5], { sent: "[a]" }),
  vector("small forms", "﹐﹖﹙﹚", ["GSM-7", 1, 4], { sent: ",?()" }),
];

/** With `unicode` nothing is folded, and nothing that GSM-7 could carry is spared. */
const unicodeTexts = [
  vector("plain text with unicode", "OTP 482910", ["UCS-2", 1, 10], { unicode: true }),
  vector("nothing with unicode", "", ["UCS-2", 1, 0], { unicode: true }),
  vector("an em dash with unicode", "a — b…", ["UCS-2", 1, 6], { unicode: true }),
  vector("the extension with unicode", "^{}\\[~]|€\f", ["UCS-2", 1, 10], { unicode: true }),
  vector("Hindi with unicode", "नमस्ते", ["UCS-2", 1, 6], { unicode: true }),
  vector("an emoji with unicode", "😀", ["UCS-2", 1, 2], { unicode: true }),
  vector("an emoji of several characters with unicode", "👩‍💻", ["UCS-2", 1, 5], { unicode: true }),
];

/** Without the flag these cannot be sent; they cost what they cost with it. */
const unsupportedTexts = [
  vector("Hindi", "नमन", ["UCS-2", 1, 3], { unsupported: ["न", "म"] }),
  vector("Tamil", "தமிழ்", ["UCS-2", 1, 5], { unsupported: ["த", "ம", "ி", "ழ", "்"] }),
  vector("an emoji", "a 😀😀", ["UCS-2", 1, 6], { unsupported: ["😀"] }),
  vector("the sign of the rupee", "₹499", ["UCS-2", 1, 4], { unsupported: ["₹"] }),
  vector("letters with other accents", "áçê", ["UCS-2", 1, 3], { unsupported: ["á", "ç", "ê"] }),
  vector("a combining accent", "e\u0301", ["UCS-2", 1, 2], { unsupported: ["\u0301"] }),
  vector("a tab", "a\tb", ["UCS-2", 1, 3], { unsupported: ["\t"] }),
  vector("an escape", "\u001b", ["UCS-2", 1, 1], { unsupported: ["\u001b"] }),
  vector("Greek letters like Latin ones", "ΑΒΓ", ["UCS-2", 1, 3], { unsupported: ["Α", "Β"] }),
  vector("trade marks and fractions", "™ ½ ©", ["UCS-2", 1, 5], { unsupported: ["™", "½", "©"] }),
  vector("punctuation beside Hindi stays", "“न” … —", ["UCS-2", 1, 7], { unsupported: ["न"] }),
  vector("the extension beside Hindi is one unit", "[न]", ["UCS-2", 1, 3], { unsupported: ["न"] }),
];

const hindi = { unsupported: ["क"] };
const emoji = { unsupported: ["😀"] };

/** 160 and 153 septets, 70 and 67 units; what takes two of them is never parted. */
const boundaries = [
  vector("160 septets", "a".repeat(160), ["GSM-7", 1, 160]),
  vector("161 septets", "a".repeat(161), ["GSM-7", 2, 161]),
  vector("306 septets", "a".repeat(306), ["GSM-7", 2, 306]),
  vector("307 septets", "a".repeat(307), ["GSM-7", 3, 307]),
  vector("459 septets", "a".repeat(459), ["GSM-7", 3, 459]),
  vector("460 septets", "a".repeat(460), ["GSM-7", 4, 460]),
  vector("80 signs of the extension", "€".repeat(80), ["GSM-7", 1, 160]),
  vector("81 signs of the extension", "€".repeat(81), ["GSM-7", 2, 162]),
  vector("152 signs of the extension", "€".repeat(152), ["GSM-7", 2, 304]),
  vector("153 signs of the extension", "€".repeat(153), ["GSM-7", 3, 306]),
  vector("an escape at the end of a message", `${"a".repeat(158)}€`, ["GSM-7", 1, 160]),
  vector("an escape beyond the end of a message", `${"a".repeat(159)}€`, ["GSM-7", 2, 161]),
  vector("an escape at the end of a segment", `${"a".repeat(151)}€${"b".repeat(153)}`, [
    "GSM-7",
    2,
    306,
  ]),
  vector("an escape across the end of a segment", `${"a".repeat(152)}€${"b".repeat(152)}`, [
    "GSM-7",
    3,
    306,
  ]),
  vector("a line break at the end of a segment", `${"a".repeat(152)}\r\n${"b".repeat(152)}`, [
    "GSM-7",
    2,
    306,
  ]),
  vector("an ellipsis that fits", `${"a".repeat(157)}…`, ["GSM-7", 1, 160], {
    sent: `${"a".repeat(157)}...`,
  }),
  vector("an ellipsis that does not fit", `${"a".repeat(158)}…`, ["GSM-7", 2, 161], {
    sent: `${"a".repeat(158)}...`,
  }),
  vector("70 units", "क".repeat(70), ["UCS-2", 1, 70], hindi),
  vector("71 units", "क".repeat(71), ["UCS-2", 2, 71], hindi),
  vector("134 units", "क".repeat(134), ["UCS-2", 2, 134], hindi),
  vector("135 units", "क".repeat(135), ["UCS-2", 3, 135], hindi),
  vector("201 units", "क".repeat(201), ["UCS-2", 3, 201], hindi),
  vector("70 letters with unicode", "a".repeat(70), ["UCS-2", 1, 70], { unicode: true }),
  vector("71 letters with unicode", "a".repeat(71), ["UCS-2", 2, 71], { unicode: true }),
  vector("70 euro signs with unicode", "€".repeat(70), ["UCS-2", 1, 70], { unicode: true }),
  vector("one sign that changes the encoding", `${"a".repeat(159)}₹`, ["UCS-2", 3, 160], {
    unsupported: ["₹"],
  }),
  vector("35 emoji", "😀".repeat(35), ["UCS-2", 1, 70], emoji),
  vector("36 emoji", "😀".repeat(36), ["UCS-2", 2, 72], emoji),
  vector("66 emoji", "😀".repeat(66), ["UCS-2", 2, 132], emoji),
  vector("67 emoji", "😀".repeat(67), ["UCS-2", 3, 134], emoji),
  vector(
    "an emoji across the end of a segment",
    `${"क".repeat(66)}😀${"क".repeat(66)}`,
    ["UCS-2", 3, 134],
    {
      unsupported: ["क", "😀"],
    },
  ),
  // No standard keeps these together, and their rules change with every version of Unicode.
  vector(
    "a syllable across the end of a segment",
    `${"क".repeat(66)}कि${"क".repeat(66)}`,
    ["UCS-2", 2, 134],
    {
      unsupported: ["क", "ि"],
    },
  ),
  vector(
    "a family across the end of a segment",
    `${"a".repeat(65)}👩‍💻${"a".repeat(64)}`,
    ["UCS-2", 2, 134],
    {
      unicode: true,
    },
  ),
];

function vector(
  name: string,
  text: string,
  [encoding, segments, units]: Figures,
  { unicode = false, sent = text, unsupported = [] }: More = {},
): SegmentVector {
  return { name, text, unicode, encoding, segments, units, sent, unsupported };
}
