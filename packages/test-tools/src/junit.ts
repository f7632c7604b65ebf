import { readFileSync } from "node:fs";
import { XMLParser } from "fast-xml-parser";

/** A test of another language's test runner, and how it ended. */
export interface JUnitCase {
  /** Its class or file, and its own name. */
  name: string;
  /** What the runner says of its failure. */
  failure: string | undefined;
  skipped: boolean;
}

/**
 * Reads the report of a test runner in JUnit's format, which pytest, PHPUnit and most others write.
 * @throws Error when there is none, or no test in it: the runner did not get that far.
 */
export function readJUnit(file: string): JUnitCase[] {
  const cases = casesIn(parser.parse(readFileSync(file)) as Suite);
  if (cases.length === 0) throw new Error(`${file} reports no test.`);
  return cases;
}

/** An element is an object, or a list of them where it is there more than once. */
type Elements<Element> = Element | Element[];

interface Suite {
  testsuites?: Elements<Suite>;
  testsuite?: Elements<Suite>;
  testcase?: Elements<Case>;
}

interface Case {
  "@_classname"?: string;
  "@_name": string;
  failure?: Elements<Failure>;
  error?: Elements<Failure>;
  skipped?: unknown;
}

type Failure = string | { "@_message"?: string; "#text"?: string };

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });

function casesIn(suite: Suite | string): JUnitCase[] {
  if (typeof suite === "string") return []; // An element with nothing in it.
  return [
    ...listOf(suite.testsuites).flatMap(casesIn),
    ...listOf(suite.testsuite).flatMap(casesIn),
    ...listOf(suite.testcase).map(readCase),
  ];
}

function readCase(test: Case): JUnitCase {
  const failures = [...listOf(test.failure), ...listOf(test.error)].map((failure) =>
    typeof failure === "string" ? failure : (failure["#text"] ?? failure["@_message"] ?? ""),
  );
  return {
    name: [test["@_classname"] ?? [], test["@_name"]].flat().join(" > "),
    failure: failures.length > 0 ? failures.join("\n") : undefined,
    skipped: test.skipped !== undefined,
  };
}

function listOf<Element>(elements: Elements<Element> | undefined): Element[] {
  return elements === undefined ? [] : ([elements].flat() as Element[]);
}
