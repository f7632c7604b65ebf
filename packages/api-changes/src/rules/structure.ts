import type { Direction, Rating } from "../change.ts";
import type { Json } from "../json.ts";
import type { RedoclyFinding } from "../redocly/finding.ts";

/** What Redocly found, and which way it travels. */
interface Found extends RedoclyFinding {
  directions: readonly Direction[];
  /** Where a parameter is sent, when it is one that was modified: `path`, `query` or `header`. */
  place?: Json | undefined;
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
    applies: ({ typeName, property, path }) =>
      typeName === "PathItem" && property === "key" && path.startsWith("#/webhooks/"),
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
    applies: ({ typeName, kind, path }) =>
      typeName.startsWith("Parameter") && kind === "removed" && path.startsWith("#/webhooks/"),
    rating: "major",
  },
  {
    name: "webhook-header-renamed",
    why: "The same: a receiver looks for the old name.",
    applies: ({ typeName, property = "", path }) =>
      typeName === "Parameter" &&
      ["name", "in"].includes(property) &&
      path.startsWith("#/webhooks/"),
    rating: "major",
  },
  {
    name: "webhook-part-optional",
    why: "The same: a receiver relies on what is always sent.",
    applies: ({ typeName, property, base, path }) =>
      ["Parameter", "RequestBody"].includes(typeName) &&
      property === "required" &&
      base?.value === true &&
      path.startsWith("#/webhooks/"),
    rating: "major",
  },
  {
    name: "webhook-body-removed",
    why: "The same: a receiver reads it.",
    applies: ({ typeName, kind, path }) =>
      typeName === "RequestBody" && kind === "removed" && path.startsWith("#/webhooks/"),
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
