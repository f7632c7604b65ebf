import type { Direction, Rating } from "../change.ts";
import { type Json, keysOf } from "../json.ts";
import type { RedoclyFinding } from "../redocly/finding.ts";
import { isWholeSchema, keywordsOf } from "../schema-path.ts";

/** What Redocly found, and which way it travels. */
interface Found extends RedoclyFinding {
  directions: readonly Direction[];
  /** Where a parameter is sent, when it is one that was modified: `path`, `query` or `header`. */
  place?: Json | undefined;
  /** Whether it stood beside an `x-extensible-enum`, when it is a keyword that was modified. */
  inOpenList?: boolean;
}

interface Rule {
  name: string;
  /** Why Redocly's own rating does not hold here. */
  why: string;
  applies: (found: Found) => boolean;
  /** `none` when it is no change, or when a rule beside this one tells it. */
  rating: Rating | "none";
}

/** What people read. A program neither sends nor receives it. */
const wording = new Set([
  "description",
  "summary",
  "title",
  "tags",
  "externalDocs",
  "jsonSchemaDialect",
  "openapi",
  "$comment",
]);

const wordingTypes = new Set([
  "Info",
  "Contact",
  "License",
  "Tag",
  "TagList",
  "TagGroup",
  "TagGroups",
  "ExternalDocs",
  "Link",
  "LinksMap",
]);

/** Told by `rules/words.ts`, which also sees what lies within them. */
const values = new Set(["example", "examples"]);
const valueTypes = new Set(["Example", "ExamplesMap", "SpecExtension", "ExtensibleEnum"]);

/**
 * Where our rating differs from Redocly's. The first that applies holds; when none does, what Redocly rates major
 * or minor is that, and what it rates patch is minor: a program could not rely on it before, and can now.
 */
const structureRules: Rule[] = [
  {
    name: "version",
    why: "The version is what the changes are measured against.",
    applies: ({ typeName, property }) => typeName === "Info" && property === "version",
    rating: "none",
  },
  {
    name: "component-moved",
    why: "A component matters where it is used, and is reported there.",
    applies: ({ path }) => /^#\/components($|\/)/.test(path) && !path.startsWith(schemes),
    rating: "none",
  },
  {
    name: "scheme-declared",
    why: "A scheme matters once a requirement names it, and rules/security.ts tells that.",
    applies: ({ path, kind }) => path.startsWith(schemes) && kind !== "modified",
    rating: "none",
  },
  {
    name: "webhook-requirement",
    why: "It would say what a receiver demands, which no program sends or reads.",
    applies: ({ typeName, directions }) =>
      typeName.startsWith("SecurityRequirement") && directions.includes("webhook"),
    rating: "patch",
  },
  {
    name: "requirement",
    why: "What an operation requires depends on the root too: rules/security.ts compares what holds in the end.",
    applies: ({ typeName }) => typeName.startsWith("SecurityRequirement"),
    rating: "none",
  },
  {
    name: "other-order",
    why: "The order of a list of names or values says nothing.",
    applies: ({ property = "", base, revision }) =>
      ["required", "enum", "type", "tags"].includes(property) &&
      isSameSet(base?.value, revision?.value),
    rating: "none",
  },
  {
    name: "other-case",
    why: "Names of headers do not depend on case.",
    applies: (found) =>
      isHeaderName(found) && sameLetters(found.base?.value, found.revision?.value),
    rating: "none",
  },
  {
    name: "word-or-example",
    why: "Extensions and examples are compared by rules/words.ts, with all that lies within them.",
    applies: ({ typeName, property = "" }) =>
      property.startsWith("x-") || values.has(property) || valueTypes.has(typeName),
    rating: "none",
  },
  {
    name: "wording",
    why: "People read it, and no program.",
    applies: ({ typeName, property = "" }) => wordingTypes.has(typeName) || wording.has(property),
    rating: "patch",
  },
  {
    name: "path-parameter-renamed",
    why: "The address stays, but SDKs take the argument by its name.",
    applies: ({ typeName, property, place }) =>
      typeName === "Parameter" && property === "name" && place === "path",
    rating: "major",
  },
  {
    name: "webhook-renamed",
    why: "Redocly takes an event for the same when its name is alike, and a receiver compares names.",
    applies: ({ typeName, property, directions }) =>
      typeName === "PathItem" && property === "key" && directions.includes("webhook"),
    rating: "major",
  },
  {
    name: "path-parameters-swapped",
    why: "The same values lie elsewhere in the address, and no parameter tells it.",
    applies: ({ typeName, property, base, revision }) =>
      typeName === "PathItem" && property === "key" && isSwapped(base?.value, revision?.value),
    rating: "major",
  },
  {
    name: "path-written-otherwise",
    why: "The parameter tells it.",
    applies: ({ typeName, property, impact }) =>
      typeName === "PathItem" && property === "key" && impact === "patch",
    rating: "none",
  },
  {
    name: "negated",
    why: "What is wider there makes narrower what it stands in, and the other way round.",
    applies: ({ path }) => isWithin(path, ["not", "if"]),
    rating: "major",
  },
  {
    name: "schema-stated",
    why: "What is sent was free before.",
    applies: (found) =>
      isWholeSchema(found.path) && found.kind === "added" && found.directions.includes("request"),
    rating: "major",
  },
  {
    name: "schema-no-longer-stated",
    why: "What is read may be anything now.",
    applies: (found) => isWholeSchema(found.path) && found.kind === "removed" && isRead(found),
    rating: "major",
  },
  {
    name: "written-as-content",
    why: "A parameter or header with `content` is written in another way than one with `schema`.",
    applies: ({ typeName, kind, path }) =>
      typeName === "MediaTypesMap" &&
      kind !== "modified" &&
      !["requestBody", "responses"].includes(keysOf(path).at(-2) ?? "") &&
      keysOf(path).some((key) => key === "parameters" || key === "headers"),
    rating: "major",
  },
  {
    name: "schema-constraint",
    why: "Redocly knows the keyword, and not that its parts bind: more of them for what is sent, less for what is read.",
    applies: (found) =>
      (found.typeName === "DependentRequired" && found.kind === "modified") ||
      (isConstraint(found.path) &&
        ((found.kind === "added" && found.directions.includes("request")) ||
          (found.kind === "removed" && isRead(found)))),
    rating: "major",
  },
  {
    name: "contains-bound",
    why: "Redocly does not weigh how often `contains` has to be met.",
    applies: (found) =>
      found.typeName === "Schema" &&
      ((isNarrower(found) && found.directions.includes("request")) ||
        (isNarrower(swapped(found)) && isRead(found))),
    rating: "major",
  },
  {
    name: "open-list-pattern-removed",
    why: "The list is open, so that readers are ready for values that they do not know.",
    applies: ({ typeName, property, revision, inOpenList }) =>
      typeName === "Schema" &&
      property === "pattern" &&
      revision?.value === undefined &&
      inOpenList === true,
    rating: "minor",
  },
  {
    name: "unknown-keyword",
    why: "Nothing says what it means to a program, so that whoever adds it has to.",
    applies: ({ typeName, kind, property = "" }) =>
      typeName === "Schema" && kind === "modified" && !weighed.has(property),
    rating: "major",
  },
  {
    name: "servers-of-their-own",
    why: "They take the place of those that were called before.",
    applies: ({ typeName, kind }) => typeName === "ServerList" && kind !== "modified",
    rating: "major",
  },
  {
    name: "server-variable",
    why: "The address is another without a choice, or a choice is gone.",
    applies: ({ typeName, kind, property, base, revision }) =>
      typeName === "ServerVariable" &&
      (kind !== "modified" ||
        property === "default" ||
        (property === "enum" && !isPartOf(base?.value, revision?.value))),
    rating: "major",
  },
  {
    name: "default-changed",
    why: "A request that leaves the field out means something else now.",
    applies: ({ typeName, property, base, directions }) =>
      typeName === "Schema" &&
      property === "default" &&
      base?.value !== undefined &&
      directions.includes("request"),
    rating: "major",
  },
  {
    name: "discriminator-changed",
    why: "A program tells the alternatives apart by it.",
    applies: ({ typeName, kind }) => typeName.startsWith("Discriminator") && kind !== "added",
    rating: "major",
  },
  {
    name: "response-header-optional",
    why: "A program relies on a header that is always there.",
    applies: ({ typeName, property, base }) =>
      typeName === "Header" && property === "required" && base?.value === true,
    rating: "major",
  },
  {
    name: "webhook-header-lost",
    why: "Redocly reads what a webhook sends as what a program sends, and lets it go.",
    applies: ({ typeName, kind, directions }) =>
      typeName.startsWith("Parameter") && kind === "removed" && directions.includes("webhook"),
    rating: "major",
  },
  {
    name: "webhook-header-renamed",
    why: "The same: a receiver looks for the old name.",
    applies: ({ typeName, property = "", directions }) =>
      typeName === "Parameter" &&
      ["name", "in"].includes(property) &&
      directions.includes("webhook"),
    rating: "major",
  },
  {
    name: "webhook-part-optional",
    why: "The same: a receiver relies on what is always sent.",
    applies: ({ typeName, property, base, directions }) =>
      ["Parameter", "RequestBody"].includes(typeName) &&
      property === "required" &&
      base?.value === true &&
      directions.includes("webhook"),
    rating: "major",
  },
  {
    name: "webhook-body-removed",
    why: "The same: a receiver reads it.",
    applies: ({ typeName, kind, directions }) =>
      typeName === "RequestBody" && kind === "removed" && directions.includes("webhook"),
    rating: "major",
  },
  {
    name: "deprecated",
    why: "It still works, and says that it will not for ever.",
    applies: ({ property }) => property === "deprecated",
    rating: "minor",
  },
  {
    name: "read-or-write-only",
    why: "Whether a field may be sent or is received depends on it.",
    applies: ({ property, directions }) =>
      (property === "readOnly" && directions.includes("request")) ||
      (property === "writeOnly" && directions.some((way) => way !== "request")),
    rating: "major",
  },
];

/** The keywords that Redocly rates by direction, or a rule of this table does. */
const weighed = new Set([
  "type",
  "enum",
  "const",
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minContains",
  "maxContains",
  "minProperties",
  "maxProperties",
  "required",
  "additionalProperties",
  "unevaluatedProperties",
  "unevaluatedItems",
  "contentEncoding",
  "contentMediaType",
  "nullable",
  "default",
  "deprecated",
  "readOnly",
  "writeOnly",
  "key",
]);

function isWithin(path: string, keywords: readonly string[]): boolean {
  return keywordsOf(path).some((key) => keywords.includes(key));
}

const constraints = ["patternProperties", "dependentSchemas", "dependentRequired", "prefixItems"];

/** Whether it is a whole keyword that binds, or one of its parts. */
function isConstraint(path: string): boolean {
  const last = keywordsOf(path).findLast((key) => !/^\d+$/.test(key)) ?? "";
  const depth = keysOf(path).length - keysOf(path).lastIndexOf(last) - 1;
  return constraints.includes(last) && depth <= 1;
}

function isRead({ directions }: Found): boolean {
  return directions.some((way) => way !== "request");
}

function swapped(found: Found): Pick<Found, "property" | "base" | "revision"> {
  const { property, base, revision } = found;
  return {
    ...(property !== undefined && { property }),
    ...(revision && { base: revision }),
    ...(base && { revision: base }),
  };
}

/** Whether fewer lists meet `contains` as often as is wanted. */
function isNarrower({ property, base, revision }: Pick<Found, "property" | "base" | "revision">) {
  const [from, to] = [base?.value, revision?.value];
  if (property === "minContains") return Number(to ?? 1) > Number(from ?? 1);
  const most = Number.POSITIVE_INFINITY;
  return property === "maxContains" && Number(to ?? most) < Number(from ?? most);
}

/** Whether all values of a list are left; without a list, all values are. */
function isPartOf(part: Json | undefined, whole: Json | undefined): boolean {
  if (!Array.isArray(whole)) return true;
  return Array.isArray(part) && part.every((each) => whole.includes(each));
}

/** Whether two addresses have the same parameters in another order. */
function isSwapped(from: Json | undefined, to: Json | undefined): boolean {
  const [before, after] = [from, to].map((path) => String(path).match(/\{[^}]*\}/g) ?? []);
  return isSameSet(before, after) && before?.join() !== after?.join();
}

const schemes = "#/components/securitySchemes/";

function isSameSet(a: Json | undefined, b: Json | undefined): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  const texts = (list: Json[]) => list.map((each) => JSON.stringify(each)).sort();
  return JSON.stringify(texts(a)) === JSON.stringify(texts(b));
}

function isHeaderName({ typeName, property, place }: Found): boolean {
  if (typeName === "Header") return property === "key";
  return typeName === "Parameter" && property === "name" && place === "header";
}

function sameLetters(a: Json | undefined, b: Json | undefined): boolean {
  return String(a).toLowerCase() === String(b).toLowerCase();
}

/** How a finding of Redocly is rated here, and by which rule. */
export function rate(found: Found): { rating: Rating | "none"; rule: string } {
  const rule = structureRules.find(({ applies }) => applies(found));
  if (rule) return { rating: rule.rating, rule: rule.name };
  if (found.impact === "major")
    return { rating: "major", rule: found.verdicts[0]?.ruleId ?? "major" };
  return { rating: "minor", rule: `${found.typeName.toLowerCase()}-${found.kind}` };
}
