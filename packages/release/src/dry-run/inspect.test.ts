import { expect, test } from "vitest";
import { shortened } from "./inspect.ts";

test("of many faults of one file the first are told, and how many more there are", () => {
  const faults = Array.from({ length: 60 }, (_, number) => `holds ${number}`);
  expect(shortened(faults)).toEqual([...faults.slice(0, 5), "has 55 more faults"]);
  expect(shortened(faults.slice(0, 6))).toEqual(faults.slice(0, 6));
});
