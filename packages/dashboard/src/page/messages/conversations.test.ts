import { expect, test } from "vitest";
import type { Control } from "../api/control.ts";
import { beginningOf, conversationsOf } from "./conversations.ts";

const message = (messageId: string, to: string) => ({ messageId, to }) as Control["Message"];

test("messages are gathered by mobile, the mobile with the newest one first", () => {
  const newestFirst = [message("4", "b"), message("3", "a"), message("2", "b"), message("1", "c")];
  expect(
    conversationsOf(newestFirst).map(({ to, count, newest }) => [to, count, newest.messageId]),
  ).toEqual([
    ["b", 2, "4"],
    ["a", 1, "3"],
    ["c", 1, "1"],
  ]);
});

test("a short text is its own beginning, on one line", () => {
  expect(beginningOf("Hello,\n  world")).toBe("Hello, world");
});

test("a long text is cut between characters", () => {
  expect(beginningOf("😀".repeat(39_015), 3)).toBe("😀😀😀…");
  expect(beginningOf("abcd", 3)).toBe("abc…");
});
