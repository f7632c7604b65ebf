/** A package, and the names of what it needs. */
export interface Needing {
  name: string;
  needs: string[];
}

/**
 * The packages in an order in which each comes after those of them that it needs, and otherwise as before. Whoever installs
 * one while they are being published then finds what it needs. Where they need each other there is no such order, and one
 * of them comes first.
 */
export function dependenciesFirst<Package extends Needing>(packages: Package[]): Package[] {
  const byName = new Map(packages.map((each) => [each.name, each]));
  const ordered = new Set<Package>();
  const visited = new Set<Package>();
  const visit = (each: Package) => {
    if (visited.has(each)) return;
    visited.add(each);
    for (const name of each.needs) {
      const needed = byName.get(name);
      if (needed) visit(needed);
    }
    ordered.add(each);
  };
  for (const each of packages) visit(each);
  return [...ordered];
}
