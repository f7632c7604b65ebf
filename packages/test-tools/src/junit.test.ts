import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readJUnit } from "./junit.ts";

function report(xml: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "junit-")), "report.xml");
  writeFileSync(file, `<?xml version="1.0" encoding="utf-8"?>${xml}`);
  return file;
}

test("tests of all suites are read, those within others too", () => {
  const file = report(`
    <testsuites><testsuite name="outer">
      <testcase classname="A" name="passes"/>
      <testsuite name="inner"><testcase name="1 &amp; 2"/></testsuite>
      <testsuite name="empty"></testsuite>
    </testsuite></testsuites>`);
  expect(readJUnit(file)).toEqual([
    { name: "1 & 2", failure: undefined, skipped: false },
    { name: "A > passes", failure: undefined, skipped: false },
  ]);
});

test("a test has failed with a failure or an error, and tells what it was", () => {
  const file = report(`
    <testsuite>
      <testcase name="a"><failure message="short">long</failure></testcase>
      <testcase name="b"><error message="short"/></testcase>
      <testcase name="c"><failure>one</failure><error>two</error></testcase>
      <testcase name="d"><failure/></testcase>
      <testcase name="e"><skipped message="why"/></testcase>
    </testsuite>`);
  expect(readJUnit(file).map(({ failure, skipped }) => [failure, skipped])).toEqual([
    ["long", false],
    ["short", false],
    ["one\ntwo", false],
    ["", false],
    [undefined, true],
  ]);
});

test("a report without a test is refused", () => {
  expect(() => readJUnit(report("<testsuites/>"))).toThrow("reports no test");
  expect(() => readJUnit("/no/such/report.xml")).toThrow("ENOENT");
});
