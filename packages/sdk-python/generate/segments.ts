import type { SdkModel } from "@getclickmedia/sms-sdk-model";
import { header } from "./header.ts";
import { pythonLiteral, pythonText } from "./python-literal.ts";

/** Writes the tables that counting segments rests on. */
export function segments({
  segments: { alphabet, extension, plainForms, limits },
}: SdkModel): string {
  return `${header("What counting the segments of a text rests on.")}
ALPHABET = frozenset(
    ${pythonText(alphabet)}
)
"""The characters of the GSM 7-bit default alphabet, which take one septet."""

EXTENSION = frozenset(${pythonText(extension)})
"""The characters of its extension table, which take two."""

PLAIN_FORMS = ${pythonLiteral(plainForms)}
"""What is written in place of typographic punctuation; of some nothing remains."""

LIMITS = ${pythonLiteral(limits)}
"""How many units a message holds that is one segment, and each segment where there are several."""
`;
}
