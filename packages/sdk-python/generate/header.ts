/** The first lines of every generated module, with what it says of itself. */
export function header(docstring: string): string {
  return `# Generated from spec/ by \`pnpm generate\`. Do not edit.

"""${docstring}"""
`;
}
