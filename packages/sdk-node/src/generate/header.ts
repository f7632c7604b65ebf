/** The first lines of every generated file. */
export const header = `// Generated from spec/ by \`pnpm generate\`. Do not edit.

`;
