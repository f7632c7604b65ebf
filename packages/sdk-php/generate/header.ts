/** What every generated file begins with. */
const header = `<?php

// Generated from spec/ by \`pnpm generate\`. Do not edit.

declare(strict_types=1);
`;

const namespace = "GetClickMedia\\Sms";

/** A PHP file of one class. */
export function phpFile(within: string, uses: string[], declaration: string): string {
  const imports = [...new Set(uses)].toSorted().map((name) => `use ${namespace}\\${name};\n`);
  const block = imports.length > 0 ? `\n${imports.join("")}` : "";
  return `${header}\nnamespace ${namespace}\\${within};\n${block}\n${declaration}`;
}
