import { expect, test } from "vitest";
import { type Licences, refusedLicences } from "./licences.ts";

function under(licence: string, name = "a"): Licences {
  return { [licence]: [{ name, versions: ["1.0.0"] }] };
}

test.each(["MIT", "(GPL-3.0-only OR MIT)", "ISC", "Apache-2.0"])(
  "%s is free for all",
  (licence) => {
    expect(refusedLicences(under(licence), under(licence))).toEqual([]);
  },
);

test.each(["MPL-2.0", "LGPL-3.0-or-later"])(
  "%s is free for tools, but is not shipped",
  (licence) => {
    expect(refusedLicences(under(licence), {})).toEqual([]);
    expect(refusedLicences({}, under(licence))).toEqual([
      `a 1.0.0: its licence (${licence}) is none of those which published packages bring along. ` +
        "Choose another package, or add it to scripts/guards/licences.ts with the reason.",
    ]);
  },
);

test.each(["AGPL-3.0-only", "(MIT AND GPL-3.0-only)", "SEE LICENSE IN x", "Unknown", "UNLICENSED"])(
  "%s is refused",
  (licence) => {
    expect(refusedLicences(under(licence), {})).toHaveLength(1);
    expect(refusedLicences({}, under(licence))).toHaveLength(1);
  },
);

test("what was looked at is a tool under the licence that it had then, and under no other", () => {
  expect(refusedLicences(under("Unknown", "stack-trace"), {})).toEqual([]);
  expect(refusedLicences(under("GPL-3.0-only", "stack-trace"), {})).toHaveLength(1);
  expect(refusedLicences({}, under("Unknown", "stack-trace"))).toHaveLength(1);
  const words = "@cspell/dict-en-common-misspellings";
  expect(refusedLicences(under("CC BY-SA 4.0", words), {})).toEqual([]);
  expect(refusedLicences(under("CC BY-SA 4.0"), {})).toHaveLength(1);
  expect(refusedLicences(under("CC-BY-SA-4.0"), {})).toHaveLength(1);
});
