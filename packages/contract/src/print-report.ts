import type { ContractReport } from "./run-contract.ts";

/** The report as lines for a terminal: the table of what was covered, then all that is wrong. */
export function printReport(report: ContractReport): string {
  const failed = report.replays.filter(({ problems }) => problems.length > 0);
  return [
    ...statusTable(report),
    "",
    listed("error codes", report.promised.errorCodes, report.covered.errorCodes),
    listed("events", report.promised.events, report.covered.events),
    "",
    ...failed.flatMap(({ name, problems }) =>
      problems.map((problem) => `FAILED ${name}: ${problem}`),
    ),
    ...report.uncovered.map((each) => `UNCOVERED ${each}`),
    ...(report.passed ? [] : [""]),
    summary(report, failed.length),
  ].join("\n");
}

function statusTable({ promised, covered }: ContractReport): string[] {
  const statuses = [
    ...new Set([...promised.statuses].map((each) => each.split(" ")[1] ?? "")),
  ].sort();
  const width = Math.max(...[...promised.operations].map((name) => name.length));
  const cell = (operation: string, status: string) => {
    const name = `${operation} ${status}`;
    if (!promised.statuses.has(name)) return "   ";
    return covered.statuses.has(name) ? " ok" : " NO";
  };
  return [
    `${"".padEnd(width)} ${statuses.join(" ")}`,
    ...[...promised.operations].map((operation) =>
      [operation.padEnd(width), ...statuses.map((status) => cell(operation, status))].join(" "),
    ),
  ];
}

function listed(title: string, promised: Set<string>, covered: Set<string>): string {
  const names = [...promised].map((name) => (covered.has(name) ? name : `NOT ${name}`));
  return `${title}: ${names.join(", ")}`;
}

function summary({ replays, promised, covered }: ContractReport, failed: number): string {
  const part = (kind: keyof typeof promised, noun: string) =>
    `${promised[kind].intersection(covered[kind]).size}/${promised[kind].size} ${noun}`;
  const parts = [
    part("operations", "operations"),
    part("statuses", "statuses"),
    part("errorCodes", "error codes"),
    part("events", "events"),
    part("examples", "examples"),
  ];
  return `${replays.length - failed} passed, ${failed} failed; covered ${parts.join(", ")}`;
}
