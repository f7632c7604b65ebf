import type { Change } from "../change.ts";
import { resolve } from "../document.ts";
import { isObject, type Json, type JsonObject, pointerOf, valueAt } from "../json.ts";
import { methods } from "../methods.ts";

/** What a call has to bring: scopes by scheme. It is enough to meet one requirement of the list. */
type Requirement = JsonObject;

/**
 * Compares what each call requires in the end: its own requirements, or those of the document. Webhooks are left
 * out: their requirements would say what a receiver demands.
 */
export function securityChanges(base: Json, head: Json): Change[] {
  const changes = operationsOf(base).flatMap(({ address, method, operation }): SecurityChange[] => {
    const now = operationsOf(head).find(
      (each) => each.address === address && each.method === method,
    );
    if (!now) return [];
    const [before, after] = [requirements(base, operation), requirements(head, now.operation)];
    const lost = before.filter((met) => !after.some((wanted) => meets(met, wanted)));
    const gained = after.filter((brought) => !before.some((wanted) => meets(brought, wanted)));
    const own = now.operation.security !== undefined || operation.security !== undefined;
    const pointer = own ? `${now.pointer}/security` : "/security";
    const label = `${method.toUpperCase()} ${now.path}`;
    if (lost.length > 0) {
      const what = `${names(lost)} no longer suffices: ${names(after)} is required.`;
      return [
        { label, pointer, rating: "major", what, todo: `Send what ${names(after)} asks for.` },
      ];
    }
    if (gained.length === 0) return [];
    const what = `${names(gained)} suffices too.`;
    return [{ label, pointer, rating: "minor", what, todo: "Nothing." }];
  });
  const together = Map.groupBy(changes, ({ pointer, what }) => `${pointer} ${what}`);
  return [...together.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { label, ...change } = first;
    const operations = same.map((each) => each.label);
    const { rating, pointer, what, todo } = change;
    return [{ rating, rule: "security", directions: ["request"], operations, pointer, what, todo }];
  });
}

interface SecurityChange extends Pick<Change, "rating" | "what" | "todo" | "pointer"> {
  label: string;
}

/** Whether a call that brings the first meets the second. */
function meets(brings: Requirement, wanted: Requirement): boolean {
  return Object.entries(wanted).every(([scheme, scopes]) => {
    const has = brings[scheme];
    return (
      Array.isArray(has) && Array.isArray(scopes) && scopes.every((scope) => has.includes(scope))
    );
  });
}

function requirements(document: Json, operation: JsonObject): Requirement[] {
  const list = operation.security ?? valueAt(document, ["security"]) ?? [];
  const all = Array.isArray(list) ? list.filter(isObject) : [];
  return all.length === 0 ? [{}] : all;
}

function names(list: Requirement[]): string {
  const each = list.map(
    (schemes) =>
      Object.keys(schemes)
        .map((name) => `\`${name}\``)
        .join(" with ") || "No key",
  );
  return each.join(" or ");
}

interface Call {
  path: string;
  /** The path without the names of its parameters. */
  address: string;
  method: string;
  pointer: string;
  operation: JsonObject;
}

function operationsOf(document: Json): Call[] {
  const paths = valueAt(document, ["paths"]);
  return Object.entries(isObject(paths) ? paths : {}).flatMap(([path, reference]) => {
    const item = resolve(document, reference, pointerOf(["paths", path]));
    const address = path.replace(/\{[^}]*\}/g, "{}");
    return Object.entries(isObject(item.value) ? item.value : {}).flatMap(([method, operation]) => {
      if (!isObject(operation) || !methods.has(method)) return [];
      const pointer = item.pointer + pointerOf([method]);
      return [{ path, address, method, pointer, operation }];
    });
  });
}
