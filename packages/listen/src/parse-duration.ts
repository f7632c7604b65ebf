const unitMs = { ms: 1, s: 1_000, m: 60_000 };

/**
 * Reads how long something may take, as `500ms`, `30s` or `2m`; a bare number is seconds.
 * @param name what is told to be wrong, as `--timeout`.
 * @returns milliseconds.
 * @throws Error with one line when the text is no duration, or one of more than a day.
 */
export function parseDuration(name: string, text: string): number {
  const [, number, unit = "s"] = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text) ?? [];
  const duration = Number(number) * unitMs[unit as keyof typeof unitMs];
  if (duration > 0 && duration <= 86_400_000) return duration;
  throw new Error(
    `${name} must be a time as 500ms, 30s or 2m, and a day at most, not ${JSON.stringify(text)}.`,
  );
}
