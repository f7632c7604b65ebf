import type { SdkModel } from "@getclickmedia/sms-sdk-model";
import { phpFile } from "./header.ts";
import { literal } from "./literal.ts";

/** Writes what counting the segments of a text rests on. */
export function segmentTables({ segments }: SdkModel): string {
  const { alphabet, extension, plainForms, limits } = segments;
  const characters = (text: string, value: number) =>
    [...text].map((character) => [character, value] as const);
  const septets = Object.fromEntries([...characters(alphabet, 1), ...characters(extension, 2)]);
  return phpFile(
    "Generated",
    [],
    `/**
 * What counting the segments of a text rests on.
 *
 * @internal
 */
final class SegmentTables
{
    /**
     * How many septets each character of GSM-7 takes.
     *
     * @var array<array-key, int>
     */
    public const SEPTETS = ${rows(septets)};

    /**
     * What is written in place of typographic punctuation; of some nothing remains.
     *
     * @var array<string, string>
     */
    public const PLAIN_FORMS = ${rows(plainForms)};

    /**
     * How many units a message holds that is one segment, and each segment where there are several.
     *
     * @var array<string, array{single: int, several: int}>
     */
    public const LIMITS = ${literal(limits, "    ")};
}
`,
  );
}

/** Several entries a line: there are hundreds. */
function rows(values: Record<string, string | number>): string {
  const lines: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const entry = `${literal(name)} => ${literal(value)},`;
    const last = lines.at(-1) ?? "";
    if (last === "" || last.length + entry.length > 90) lines.push(entry);
    else lines[lines.length - 1] = `${last} ${entry}`;
  }
  return `[\n${lines.map((line) => `        ${line}\n`).join("")}    ]`;
}
