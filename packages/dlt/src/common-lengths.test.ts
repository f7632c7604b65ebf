import { createRandom } from "@getclickmedia/sms-random";
import { expect, test } from "vitest";
import { commonLengths } from "./common-lengths.ts";

test("at each position there are as many characters as comparing one by one finds", () => {
  const random = createRandom(6);
  for (let round = 0; round < 5_000; round++) {
    const text = random.text(["a", "b"], 0, 6);
    const message = random.text(["a", "b"], 0, 20);
    const from = random.between(0, message.length);
    const to = random.between(from, message.length + 1);
    const expected = Array.from({ length: to - from + 1 }, (_, index) =>
      countCommon(text, message.slice(from + index)),
    );
    expect([text, message, from, to, [...commonLengths(text, message, from, to)]]).toEqual([
      text,
      message,
      from,
      to,
      expected,
    ]);
  }
});

function countCommon(text: string, other: string): number {
  let length = 0;
  while (length < text.length && text[length] === other[length]) length++;
  return length;
}
