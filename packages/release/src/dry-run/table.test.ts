import { expect, test } from "vitest";
import { table } from "./table.ts";

test("the table says what would go where, with sizes that can be compared", () => {
  const npm = { target: "npm", name: "a", version: "1.2.0", file: "/a.tgz" } as const;
  const rows = [
    { ...npm, packed: 1234, unpacked: 56_789, files: 12, tried: ["contents", "installed"] },
    {
      ...npm,
      target: "PyPI" as const,
      name: "longer",
      packed: 1,
      unpacked: 1,
      files: 1,
      tried: [],
    },
  ];
  expect(table(rows)).toMatchInlineSnapshot(`
    "Where  What    Version  Packed  Unpacked  Files  Tried
    npm    a       1.2.0    1.2 kB   56.8 kB     12  contents, installed
    PyPI   longer  1.2.0    0.0 kB    0.0 kB      1"
  `);
});
