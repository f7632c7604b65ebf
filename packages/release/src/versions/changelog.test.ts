import type { Rating } from "@getclickmedia/sms-api-changes";
import { expect, test } from "vitest";
import { changelogSection, sectionOf, withSection } from "./changelog.ts";
import type { PendingChange } from "./pending-changes.ts";

function change(summary: string, ...bumps: Rating[]): PendingChange {
  return {
    id: "id",
    summary,
    bumps: bumps.map((rating, index) => ({ name: `package-${index}`, rating })),
  };
}

test("a section has each change once, what breaks first", () => {
  const changes = [
    change("Mended.", "patch"),
    change("New.\n\n- one\n- two", "patch", "minor"),
    change("Gone.", "major"),
    change("For nobody."),
  ];
  expect(changelogSection("2.0.0", "2026-11-29", changes)).toMatchInlineSnapshot(`
    "## 2.0.0 (2026-11-29)

    ### Breaking

    - Gone. (\`package-0\`)

    ### Added

    - New. (\`package-0\`, \`package-1\`)

      - one
      - two

    ### Fixed

    - Mended. (\`package-0\`)"
  `);
});

test("the section of a version is found, and that of no other", () => {
  const first = withSection(
    undefined,
    changelogSection("1.1.0", "2026-11-29", [change("A.", "minor")]),
  );
  const both = withSection(
    first,
    changelogSection("1.10.0", "2026-11-30", [change("B.", "minor")]),
  );
  expect(sectionOf(both, "1.10.0")).toBe("### Added\n\n- B. (`package-0`)");
  expect(sectionOf(both, "1.1.0")).toBe("### Added\n\n- A. (`package-0`)");
  expect(sectionOf(both, "1.1")).toBeUndefined();
});
