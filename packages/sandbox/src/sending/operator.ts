const operators = ["Jio", "Airtel", "Vi", "BSNL"] as const;

/** The operator of a mobile: always the same one for a number. */
export function operatorOf(to: string): string {
  const digits = Number(to) % 9_973;
  return operators[digits % operators.length] ?? operators[0];
}
