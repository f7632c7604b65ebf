import { readDocument } from "@getclickmedia/sms-document";
import { SegmentedMessage } from "sms-segments-calculator";
import { expect, test } from "vitest";
import { segmentVectors } from "./segments.ts";

const document = await readDocument();
const vectors = segmentVectors(document);

// The calculator keeps clusters of several characters together, which no standard asks.
const clusters = ["a syllable across the end of a segment", "a family across the end of a segment"];

test.each(vectors)("$name", ({ name, text, unicode, sent, unsupported, ...counted }) => {
  const theirs = new SegmentedMessage(sent, unicode ? "UCS-2" : "auto");
  const segments = clusters.includes(name)
    ? theirs._buildSegments(theirs._encodeChars([...sent])).length
    : theirs.segmentsCount;
  const units = theirs.messageSize / (theirs.encodingName === "GSM-7" ? 7 : 16);
  expect({ encoding: theirs.encodingName, segments, units }).toEqual({
    encoding: counted.encoding,
    segments: counted.segments,
    units: counted.units,
  });
});

test("text is sent as it is under unicode, and where a character is unsupported", () => {
  for (const { text, unicode, encoding, sent, unsupported } of vectors) {
    expect(encoding === "UCS-2").toBe(unicode || unsupported.length > 0);
    if (encoding === "UCS-2") expect(sent).toBe(text);
    expect(unsupported).toEqual(
      [...new Set([...text])].filter((each) => unsupported.includes(each)),
    );
    for (const character of unsupported) {
      expect(new SegmentedMessage(character).encodingName).toBe("UCS-2");
    }
  }
});

test("an example whose message nobody has counted is named", () => {
  const changed = structuredClone(document);
  const [content] = Object.values(changed.paths["/sms/send"]?.post?.requestBody?.content ?? {});
  Object.assign(content?.examples ?? {}, { added: { value: { message: "New." } } });
  expect(() => segmentVectors(changed)).toThrow("Count the message of send added in segments.ts.");
});
