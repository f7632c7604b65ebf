/** Throws where something is not so. An assertion of Vitest would take a hundred times as long. */
export function must(isSo: boolean, ...what: unknown[]): asserts isSo {
  if (!isSo)
    throw new Error(
      what.map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join(" "),
    );
}
