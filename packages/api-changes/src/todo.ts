import type { Direction, Rating } from "./change.ts";

/** What whoever uses the API has to do about a change, by the rule that rated it and the way it travels. */
export function todoFor(rule: string, rating: Rating, directions: readonly Direction[]): string {
  const todo = todos[rule];
  if (todo === undefined) return byRating[rating];
  if (typeof todo === "string") return todo;
  const sent = directions.includes("request");
  const read = directions.some((way) => way !== "request");
  return [sent && todo.sent, read && todo.read].filter(Boolean).join(" ");
}

const byRating: Record<Rating, string> = {
  major: "Compare it with what your program does.",
  minor: "Nothing, unless you want to make use of it.",
  patch: "Nothing.",
};

/** Redocly's rules, and those of rules/structure.ts. */
const todos: Record<string, string | { sent: string; read: string }> = {
  "operation-removed": "Find another call for what it did.",
  "path-removed": "Find another call or event for what it did.",
  "operation-id-changed": "Call the method of the SDK by its new name.",
  "parameter-removed": "Leave it out.",
  "parameter-became-required": "Send it with every call.",
  "parameter-serialization-changed": "Write it in the new form.",
  "request-body-removed": "Send no body.",
  "request-body-became-required": "Send a body with every call.",
  "response-removed": "Take out what handles it, and see what comes in its place.",
  "response-header-removed": "Do without it.",
  "media-type-removed": "Use the other content type.",
  "security-scheme-changed": "Send the key in the new way.",
  "server-removed": "Call the new address.",
  "schema-type-changed": { sent: "Send the new type.", read: "Be ready to read the new type." },
  "enum-values-removed": "Send one of the values that are left.",
  "enum-values-added": "Be ready to read the new value.",
  "required-properties-added": "Send it with every call.",
  "required-properties-removed": "Be ready for it to be missing.",
  "property-removed": { sent: "Do not send it any more.", read: "Do without it." },
  "schema-constraint-changed": {
    sent: "Keep to it in what you send.",
    read: "Be ready to read what it allows.",
  },
  "schema-combinator-changed": {
    sent: "Send one of the forms that are left.",
    read: "Be ready to read the new form.",
  },
  "schema-stated": "Keep to it in what you send.",
  "schema-no-longer-stated": "Be ready to read anything.",
  "written-as-content": { sent: "Write it in the new form.", read: "Read it in the new form." },
  "schema-constraint": {
    sent: "Keep to it in what you send.",
    read: "Be ready to read what it allows.",
  },
  "contains-bound": {
    sent: "Keep to it in what you send.",
    read: "Be ready to read what it allows.",
  },
  "unknown-keyword":
    "Maintainers: say in packages/api-changes/src/rules/structure.ts what the keyword means to a program.",
  "servers-of-their-own": "Call the new address.",
  "server-variable": "Give the variable a value where you relied on the old one.",
  "path-parameters-swapped": "Put the values into the address in their new order.",
  "path-parameter-renamed": "Give the argument of the SDK its new name.",
  "default-changed": "Send the field where you relied on the old default.",
  "discriminator-changed": "Tell the forms apart by the new field.",
  deprecated: "Move to what takes its place when you can.",
  "response-header-optional": "Be ready for it to be missing.",
  "webhook-header-lost": "Do without it.",
  "webhook-renamed": "Expect the event by its new name.",
  "webhook-header-renamed": "Read it by its new name.",
  "webhook-part-optional": "Be ready for it to be missing.",
  "webhook-body-removed": "Read no body.",
};
