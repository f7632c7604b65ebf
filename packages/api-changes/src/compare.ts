import { isDeepStrictEqual } from "node:util";
import { type Change, ratings } from "./change.ts";
import { describe } from "./describe.ts";
import type { OpenApiDocument } from "./document.ts";
import { keysOf, valueAt } from "./json.ts";
import { normalise } from "./normalise.ts";
import { placesOf } from "./places.ts";
import type { RedoclyFinding } from "./redocly/finding.ts";
import { type Pair, redoclyFindings } from "./redocly/redocly.ts";
import { securityChanges } from "./rules/security.ts";
import { serverChanges } from "./rules/servers.ts";
import { rate } from "./rules/structure.ts";
import { tupleChanges } from "./rules/tuples.ts";
import { wordChanges } from "./rules/words.ts";
import { type Uses, usesOf } from "./uses.ts";

/**
 * The changes from one bundled document to another, rated by what a program sees of them that was right before, the
 * highest first.
 *
 * Scope: everything that `redocly diff` sees, and what it does not look into: extensions, examples, what a call
 * requires in the end, and the headers of webhooks. Each change is reported once, with all the calls that it touches.
 *
 * Deliberately not claimed:
 * - whether one pattern takes all that another takes: any other pattern counts as narrower and as wider;
 * - names of components: they are not on the wire; what they are called in an SDK is seen in its public surface. A
 *   security scheme of another name counts as another;
 * - renames: a field of another name is one removed and one added, or one that became the other;
 * - alternatives of `oneOf` that are moved into a component or out of one: they may count as others;
 * - whether alternatives of `oneOf` overlap: one more counts as wider, though what fits two of them fits none;
 * - behaviour that no word of the document states: rates that are kept otherwise, the order of events;
 * - whether a correction only describes what the API always did: it is rated as if the API had changed;
 * - what a receiver of webhooks demands: another `security` of a webhook counts as wording;
 * - documents in several files, and OpenAPI 2.
 * @throws Error when Redocly cannot read one of the documents.
 */
export function compare(base: OpenApiDocument, head: OpenApiDocument): Change[] {
  return comparePairs([{ base, head }])[0] ?? [];
}

/** The same for several pairs, which is much faster than one by one. */
export function comparePairs(pairs: readonly Pair[]): Change[][] {
  const different = pairs.filter(({ base, head }) => !isDeepStrictEqual(base, head));
  const findings = redoclyFindings(different);
  return pairs.map((pair) => {
    const index = different.indexOf(pair);
    return index < 0 ? [] : changesFrom(pair, findings[index] ?? []);
  });
}

/** The changes, given what Redocly has found. */
export function changesFrom(pair: Pair, findings: readonly RedoclyFinding[]): Change[] {
  const [base, head] = [normalise(pair.base), normalise(pair.head)];
  const places = { base: placesOf(base), head: placesOf(head) };
  const [before, after] = [usesOf(places.base), usesOf(places.head)];
  const structure = findings.flatMap((finding): Change[] => {
    const { operations, directions } = usesOfFinding(finding, before, after);
    const place = finding.typeName === "Parameter" ? beside(finding, "in", base) : undefined;
    const inOpenList = beside(finding, "x-extensible-enum", base) !== undefined;
    const { rating, rule } = rate({ ...finding, directions, place, inOpenList });
    if (rating === "none") return [];
    const ways = rating === "patch" ? [] : directions;
    const at = (finding.revision ?? finding.base)?.pointer ?? finding.path;
    const sentences = describe(finding, rating, rule, ways);
    const pointer = at.replace(/^#/, "");
    return [{ rating, rule, directions: ways, operations, pointer, ...sentences }];
  });
  const words = wordChanges(places.base, places.head);
  const changes = [
    ...merged(structure),
    ...securityChanges(base, head),
    ...serverChanges(base, head),
    ...tupleChanges(places.base, places.head),
    ...words,
  ];
  return changes.sort((a, b) => ratings.indexOf(b.rating) - ratings.indexOf(a.rating));
}

/** What stood beside the keyword that a finding is about. */
function beside({ base }: RedoclyFinding, name: string, document: OpenApiDocument) {
  return base && valueAt(document, [...keysOf(base.pointer).slice(0, -1), name]);
}

/** A parameter of several calls is one change and not one for each. */
function merged(changes: readonly Change[]): Change[] {
  const same = Map.groupBy(changes, ({ pointer, rule, what }) => `${pointer} ${rule} ${what}`);
  return [...same.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const operations = [first, ...others].flatMap((each) => each.operations);
    return [{ ...first, operations: [...new Set(operations)] }];
  });
}

/** What uses both sides, for what is written in two places; or either, when there is only one. */
function usesOfFinding(
  { base, revision, path }: RedoclyFinding,
  before: (pointer: string) => Uses,
  after: (pointer: string) => Uses,
): Uses {
  const then = base && before(base.pointer.replace(/^#/, ""));
  const now = revision && after(revision.pointer.replace(/^#/, ""));
  if (!then || !now) return then ?? now ?? after(path.replace(/^#/, ""));
  const operations = now.operations.filter((label) => then.operations.includes(label));
  // Nothing is left where a call has another address now.
  if (operations.length === 0) return now;
  return {
    operations,
    directions: now.directions.filter((way) => then.directions.includes(way)),
  };
}
