import { table } from "./table.ts";

/** What was measured beside what is asked of it. */
export interface Figure {
  name: string;
  measured: number;
  /** Without a bound a figure is only shown. */
  atLeast?: number;
  atMost?: number;
  /** What is written after the numbers, as ` ms`. */
  unit?: string;
  decimals?: number;
}

/** Prints figures, and makes the bench fail when one of them is out of its bounds. */
export function printFigures(figures: readonly Figure[]): void {
  console.log(table([["", "measured", "asked", ""], ...figures.map(row)]));
  if (!figures.every(isMet)) process.exitCode = 1;
}

function row(figure: Figure): string[] {
  const { name, measured, unit = "", decimals = 0 } = figure;
  const missed = isMet(figure) ? "" : "MISSED";
  return [name, `${measured.toFixed(decimals)}${unit}`, asked(figure), missed];
}

function asked({ atLeast, atMost, unit = "" }: Figure): string {
  if (atLeast !== undefined) return `at least ${atLeast}${unit}`;
  return atMost === undefined ? "" : `at most ${atMost}${unit}`;
}

function isMet({ measured, atLeast, atMost }: Figure): boolean {
  return measured >= (atLeast ?? measured) && measured <= (atMost ?? measured);
}
