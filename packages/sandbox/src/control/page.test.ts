import { expect, test } from "vitest";
import type { ControlCall } from "./operation.ts";
import { paged, pageOf } from "./page.ts";

const call = (query: Record<string, unknown>) => ({ request: { query } }) as ControlCall;

test("a page goes on below a row, and asks for one more than it shows", () => {
  expect(pageOf(call({ limit: 50 }))).toEqual({ before: Number.MAX_SAFE_INTEGER, limit: 51 });
  expect(pageOf(call({ limit: 2, before: "7" }))).toEqual({ before: 7, limit: 3 });
  expect(pageOf(call({ limit: 2, before: "nothing" }))).toMatchObject({ before: 0 });
});

test("where there are more, the next page goes on below the last one shown", () => {
  const page = { before: 10, limit: 3 };
  const rowOf = (row: number) => row;
  expect(paged([9, 8, 7], page, rowOf)).toEqual({ items: [9, 8], next: "8" });
  expect(paged([9, 8], page, rowOf)).toEqual({ items: [9, 8], next: null });
  expect(paged([], page, rowOf)).toEqual({ items: [], next: null });
});

test("a page of long texts is shorter, and still goes on below the last one shown", () => {
  const page = { before: 10, limit: 5 };
  const lengthOf = () => 2 ** 19;
  expect(paged([9, 8, 7, 6], page, (row) => row, lengthOf)).toEqual({ items: [9, 8], next: "8" });
  const tooLong = () => 2 ** 21;
  expect(paged([9], page, (row) => row, tooLong)).toEqual({ items: [9], next: null });
});
