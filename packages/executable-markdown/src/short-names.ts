/**
 * Where a text lets npx run a program of ours by its own name, which is no package. Where its package is not installed,
 * npx would take that of whoever has registered the name.
 */
export function shortNames(text: string): { line: number; name: string }[] {
  return text.split("\n").flatMap((each, index) => {
    const calls = each.matchAll(/\bnpx (?<flags>(?:-\S+ )*)(?<name>gcm-[\w-]+)/g);
    return [...calls].flatMap(({ groups: { flags = "", name = "" } = {} }) =>
      /--no(?:-install)? /.test(flags) ? [] : [{ line: index + 1, name }],
    );
  });
}
