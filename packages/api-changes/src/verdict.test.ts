import { expect, test } from "vitest";
import type { Rating } from "./change.ts";
import { type VersionedChanges, verdictOf } from "./verdict.ts";

function verdict(base: string, head: string, rating?: Rating, pending?: Rating) {
  const changes = rating ? [{ rating: "patch" as const }, { rating }] : [];
  const versioned: VersionedChanges = { base, head, changes, pending };
  const { fits, text } = verdictOf(versioned);
  return `${fits ? "fits" : "fails"}: ${text}`;
}

test("without a change the version may stay, or follow for the packages' sake", () => {
  expect(verdict("1.0.0", "1.0.0")).toBe("fits: Nothing changed since 1.0.0.");
  expect(verdict("1.0.0", "1.1.0")).toMatch(/^fits: .* as the packages may need/);
  expect(verdict("1.0.0", "1.2.0")).toMatch(/^fails: .* does not follow 1.0.0/);
});

test.each([
  ["1.0.1", "patch"],
  ["1.1.0", "minor"],
  ["2.0.0", "major"],
] as const)("%s is enough for a %s change, and the one below is not", (head, rating) => {
  expect(verdict("1.0.0", head, rating)).toBe(
    `fits: 1.0.0 -> needs at least ${head}; info.version says ${head}.`,
  );
  const below = { patch: "1.0.0", minor: "1.0.1", major: "1.1.0" }[rating];
  expect(verdict("1.0.0", below, rating)).toMatch(
    new RegExp(`^fails: 1.0.0 -> needs at least ${head}; info.version says ${below}`),
  );
});

test("more than is needed is allowed, and said", () => {
  expect(verdict("1.0.0", "2.0.0", "patch")).toMatch(
    /^fits: .*more than the patch change needs\.$/,
  );
});

test.each(["1.0.2", "1.1.1", "1.2.0", "2.1.0", "2.0.1", "3.0.0"])(
  "%s is no next version of 1.0.0, whatever changed",
  (head) => {
    expect(verdict("1.0.0", head, "major")).toBe(
      `fails: info.version says ${head}, which does not follow 1.0.0. The next version is one of 1.0.1, 1.1.0, 2.0.0.`,
    );
  },
);

test("numbers below a raised one start anew", () => {
  expect(verdict("1.2.3", "1.3.0", "minor")).toMatch(/^fits/);
  expect(verdict("1.2.3", "1.3.3", "minor")).toMatch(/^fails/);
});

test("while a change is worked on, a change file says what the version will be", () => {
  expect(verdict("1.0.0", "1.0.0", "minor")).toBe(
    "fails: 1.0.0 -> needs at least 1.1.0; info.version says 1.0.0, and no change file is pending. Add one with `pnpm change @getclickmedia/sms-openapi --bump minor`.",
  );
  expect(verdict("1.0.0", "1.0.0", "minor", "patch")).toBe(
    "fails: 1.0.0 -> needs at least 1.1.0; info.version says 1.0.0, and change files raise it to 1.0.1 only. Add one with `pnpm change @getclickmedia/sms-openapi --bump minor`.",
  );
  expect(verdict("1.0.0", "1.0.0", "minor", "minor")).toBe(
    "fits: 1.0.0 -> needs at least 1.1.0; info.version says 1.0.0, and change files raise it to 1.1.0.",
  );
  expect(verdict("1.0.0", "1.0.0", "minor", "major")).toMatch(/^fits/);
});

test("change files do not help a version that has been raised by too little", () => {
  expect(verdict("1.0.0", "1.0.1", "minor", "major")).toMatch(/^fails/);
});

test("a pre-release is measured as what it leads to", () => {
  expect(verdict("1.0.0", "1.1.0-rc.1", "minor")).toMatch(/^fits/);
  expect(verdict("1.0.0", "1.1.0-rc.1", "major")).toMatch(/^fails: 1.0.0 -> needs at least 2.0.0/);
  expect(verdict("1.1.0-rc.1", "1.1.0-rc.2", "major")).toMatch(/^fits: .*promises nothing/);
  expect(verdict("1.1.0-rc.1", "1.1.0", "major")).toMatch(/^fits: .*promises nothing/);
});

test("versions that are the wrong way round are no comparison", () => {
  expect(() => verdict("1.1.0", "1.0.0", "minor")).toThrow("They are the wrong way round.");
  expect(() => verdict("1.0.0", "1.0.0-rc.1")).toThrow("They are the wrong way round.");
  expect(() => verdict("1.10.0", "1.9.0")).toThrow("wrong way round");
});

test("what is no version is named", () => {
  for (const version of ["1.1", "v1.1.0", "1.1.0+build", "=1.1.0"])
    expect(() => verdict("1.0.0", version)).toThrow(`${version} is no version: it needs three`);
});
