import { closing, type SurfaceItem, type SurfaceReport, surfaceItems } from "./surface-items.ts";

/** What has been taken from a public API, and what has come to it. A changed line is both. */
export interface SurfaceChanges {
  removed: SurfaceItem[];
  added: SurfaceItem[];
  /** What a release with these changes has to be. */
  needs: "major" | "minor" | undefined;
}

/**
 * Compares two reports of a public API. What is removed or changed may break a program, and so may what a known thing
 * demands from now on; what is only added breaks none. A last argument that may be left out is an addition.
 *
 * Deliberately not claimed: whether a changed line breaks a program (it is taken to); whether a program makes an object of
 * a type or only reads it (a new member that may not be left out is taken for a demand); and what names from elsewhere
 * stand for.
 */
export function surfaceChanges(before: SurfaceReport, after: SurfaceReport): SurfaceChanges {
  const old = surfaceItems(before);
  const now = surfaceItems(after);
  const added = outermost(without(now, old));
  const gone = outermost(without(old, now));
  const removed = gone.filter((item) => !added.some((other) => takesOneMore(item, other)));
  const known = new Set(old.map(keyOf));
  const demands = added.some(
    (item) =>
      known.has(keyOf({ path: item.path.slice(0, -1) })) &&
      isDemand(item.path.at(-1) ?? "", item.path.at(-2) ?? "") &&
      !gone.some((other) => takesOneMore(other, item)),
  );
  if (removed.length > 0 || demands) return { removed, added, needs: "major" };
  return { removed, added, needs: added.length > 0 ? "minor" : undefined };
}

/** Whether a new line in something known asks of a program what it did not have to do, or give, before. */
function isDemand(line: string, owner: string): boolean {
  // An argument, or what a package has to run on.
  if (line.startsWith("required ")) return true;
  if (/^(protected |public )*abstract /.test(line)) return true;
  // What is written behind the end of a type changes it; one more alternative only adds to it.
  if (closing.test(line)) return line !== "} | {";
  // A class that implements a PHP interface lacks the method.
  if (/^interface [\w\\]+( extends .*)?$/.test(owner)) return line.includes(" function ");
  return isObjectType(owner) && !mayBeLeftOut.test(line);
}

/** Whether a line of TypeScript came in the place of another, and only takes one more argument that may be left out. */
function takesOneMore(before: SurfaceItem, { path }: SurfaceItem): boolean {
  const line = path.at(-1) ?? "";
  const without = line.replace(/(, |(?<=\())[\w$]+\?: [^(),]+(?=\): [^()]*;$)/, "");
  return without !== line && keyOf({ path: path.with(-1, without) }) === keyOf(before);
}

/** Whether what stands under a line of TypeScript are the members of an object that a program may have to make. */
function isObjectType(line: string): boolean {
  return (
    line.endsWith("{") &&
    !/^(export )?(declare )?(abstract )?(class|const|enum|namespace) /.test(line)
  );
}

/** A member such as `readonly tag?: string` or `close?(): void`. */
const mayBeLeftOut = /^(readonly )?(\[[^\]]*\]|"[^"]*"|[\w$]+)\?[:(<]/;

function keyOf({ path }: SurfaceItem): string {
  return path.join("\n");
}

/** What a list has more often than another. */
function without(items: SurfaceItem[], others: SurfaceItem[]): SurfaceItem[] {
  const left = new Map<string, number>();
  for (const item of others) left.set(keyOf(item), (left.get(keyOf(item)) ?? 0) + 1);
  return items.filter((item) => {
    const count = left.get(keyOf(item)) ?? 0;
    left.set(keyOf(item), count - 1);
    return count <= 0;
  });
}

/** Of a declaration that has changed as a whole only the declaration. */
function outermost(items: SurfaceItem[]): SurfaceItem[] {
  const keys = new Set(items.map(keyOf));
  return items.filter(
    ({ path }) => !path.some((_, end) => end > 0 && keys.has(keyOf({ path: path.slice(0, end) }))),
  );
}
