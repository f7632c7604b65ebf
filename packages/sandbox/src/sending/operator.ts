const operators = ["Jio", "Airtel", "Vi", "BSNL"] as const;

/** The operator of a message: always the same one for a number, unless the message has its own. */
export function operatorOf({ to, operator }: { to: string; operator: string | null }): string {
  const digits = Number(to) % 9_973;
  return operator ?? operators[digits % operators.length] ?? operators[0];
}
