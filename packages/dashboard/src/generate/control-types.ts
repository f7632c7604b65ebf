import openapiTS, { astToString } from "openapi-typescript";

/** The control API as the sandbox describes it. */
const source = new URL(import.meta.resolve("@getclickmedia/sms-control-api"));

/** Where the types of the control API belong. */
export const target = new URL("../page/generated/control.ts", import.meta.url);

const header = `// Generated from packages/control-api/openapi.yaml by \`pnpm generate\`. Do not edit.

`;

/** Writes the TypeScript types of the control API. */
export async function controlTypes(): Promise<string> {
  return `${header}${astToString(await openapiTS(source))}`;
}
