// Agreement with sms-segments-calculator, the usual reference, and each place where we mean to differ.
import { SegmentedMessage } from "sms-segments-calculator";
import { expect, test } from "vitest";
import { countSegments } from "./count-segments.ts";
import { foldPunctuation } from "./fold-punctuation.ts";

const typographic = [..."“”„‘’‚«»‹›–—…•´`ˆ˜⁄‼！？（）\u200b\ufeff"];
const pools = [
  [..."abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789"],
  [..."@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà"],
  [..."^{}\\[~]|€\f"],
  typographic,
  ["\r\n", "\n", "\r", "\u2028", "\t", "\u001b"],
  [..."₹™©ç½·中\u{20bb7}"],
  [..."आपका ऑर्डर कल पहुँचेगा। உங்கள் ஆர்டர் আপনার অর্ডার మీ ఆర్డర్ ನಿಮ್ಮ ತಮ್ಮ ଆପଣଙ୍କ"],
  ["😀", "🎉", "❤️", "👍🏽", "👩‍💻", "👨‍👩‍👧‍👦", "🇮🇳", "1️⃣"],
  ["e\u0301", "a\u0308\u0304", "क्\u200dष", "\ud83d", "\ude00"],
];

test("encoding, units and segments are the calculator's on 50,000 texts", () => {
  const parted: { clusters: number; characters: number; fewer: boolean }[] = [];
  const random = repeatableRandom();
  for (let tried = 0; tried < 50_000; tried += 1) {
    const { text, unicode } = randomText(random, pools);
    const ours = countSegments(text, { unicode });
    const theirs = new SegmentedMessage(ours.text, unicode ? "UCS-2" : "auto");
    let { segmentsCount } = theirs;
    // The calculator also moves an emoji or a syllable of several characters into the next segment as a
    // whole, by the rules of Unicode 10. TS 23.040 asks that of escapes and 16-bit characters only, and
    // what it says is the same for every runtime and language. Given characters, the calculator agrees.
    if (segmentsCount !== ours.segments) {
      parted.push({
        clusters: theirs.graphemes.length,
        characters: theirs.numberOfUnicodeScalars,
        fewer: ours.segments < segmentsCount,
      });
      segmentsCount = theirs._buildSegments(theirs._encodeChars([...ours.text])).length;
    }
    const bits = theirs.encodingName === "GSM-7" ? 7 : 16;
    const agreed = `${theirs.encodingName} ${theirs.messageSize / bits} ${segmentsCount}`;
    const got = `${ours.encoding} ${ours.units} ${ours.segments}`;
    if (got !== agreed) expect({ text, unicode, got }).toEqual({ text, unicode, got: agreed });
  }
  expect(parted).toHaveLength(727);
  // Only such clusters are behind it, and the calculator counts more for them.
  for (const { clusters, characters, fewer } of parted) {
    expect(clusters).toBeLessThan(characters);
    expect(fewer).toBe(true);
  }
}, 300_000);

test("a cluster longer than a segment is parted too, where the calculator overfills one", () => {
  const text = `e${"\u0301".repeat(200)}`;
  expect(countSegments(text).segments).toBe(3);
  expect(new SegmentedMessage(text).segmentsCount).toBe(2);
});

test("plain and typographic text folds and counts as the calculator's smart encoding does", () => {
  const random = repeatableRandom();
  for (let tried = 0; tried < 5_000; tried += 1) {
    const { text } = randomText(random, pools.slice(0, 4));
    const ours = countSegments(text);
    const theirs = new SegmentedMessage(text, "auto", true);
    expect(ours.text).toBe(theirs.graphemes.join(""));
    expect(ours.segments).toBe(theirs.segmentsCount);
  }
});

test("text that stays beyond GSM-7 is counted as it is, where the calculator counts it folded", () => {
  const text = `${"क".repeat(68)}…`;
  expect(countSegments(text)).toMatchObject({ text, segments: 1, units: 69 });
  // `unicode: true` is what sends this text, and it folds nothing.
  expect(new SegmentedMessage(text, "auto", true).segmentsCount).toBe(2);
});

test("every character that is folded differently is meant to be", () => {
  const folded = { byUsOnly: "", byTheCalculatorOnly: "", otherwise: "" };
  for (let code = 0; code < 0x10000; code += 1) {
    const character = String.fromCharCode(code);
    const ours = foldPunctuation(character);
    const theirs = new SegmentedMessage(character, "auto", true).graphemes.join("");
    if (ours === theirs) continue;
    if (theirs === character) folded.byUsOnly += character;
    else if (ours === character) folded.byTheCalculatorOnly += character;
    else folded.otherwise += character;
  }
  expect(folded).toEqual({
    // Its families, completed: dashes, dots, primes, doubled marks, small and full-width forms.
    byUsOnly: "‑‒․‥′″⁇⁈⁉−﹕﹘｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ",
    // A space is one space, of which the calculator makes two; a line separator ends a line.
    otherwise:
      "\u00a0\u2000\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
    byTheCalculatorOnly: notPunctuation.flat().sort().join(""),
  });
});

/** No typographic punctuation of Latin text: here these need `unicode`, and `unsupported` names them. */
const notPunctuation = [
  // Control characters.
  [..."\0\u0003\u0004\t\u0010\u0011\u0012\u0013\u0014\u0017\u0019\u0080\u008d\u0090\u009b\u009f"],
  // Fractions and signs of mathematics.
  [..."¼½¾÷∗∣∼⊛⎜⎟⎸⎹⎼⎽⏐⟮⟯⦂⦅⦆⧆⧵⧸⧹"],
  // Letters and signs of phonetics.
  [..."ǃɢɪɴʀʏʙʜʟʺˈˊˋː˖ˮ˷˸ᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢꜰꜱ꞉꞊"],
  // Marks that combine with the letter before.
  [..."\u0302\u0303\u0313\u0314\u0326\u0330\u0332\u0334\u0337\u0338\u0347\u1dcd\u20d2\u20d3\u20e5"],
  // Ornaments.
  [..."‗⁎⁏✢✣✤✥✱✲✳✺✻✼✽❃❉❊❋❛❜❝❞❨❩❪❫❴❵"],
  // Punctuation of Chinese and Japanese.
  [..."、。︐︑︓︔︕︖﹑｡､"],
];

type Random = () => number;

/** A text of one to three pools, as long as a segment or about it. */
function randomText(random: Random, from: string[][]): { text: string; unicode: boolean } {
  const pick = <T>(list: T[]) => list[Math.floor(random() * list.length)] as T;
  const chosen = Array.from({ length: pick([1, 2, 3]) }, () => pick(from));
  const length = pick([0, 1, 20, 67, 70, 71, 134, 135, 153, 160, 161, 201, 306, 307]);
  let text = "";
  while (text.length < length) text += pick(pick(chosen));
  return { text, unicode: random() < 0.25 };
}

/** Numbers from 0 to 1 that are the same on every run. */
function repeatableRandom(): Random {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
