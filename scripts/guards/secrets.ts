import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { keyPrefixes } from "@getclickmedia/sms-types";
import { createEngine } from "@secretlint/node";

const prefixes = Object.values(keyPrefixes)
  .filter(({ environment }) => environment === "live")
  .map(({ name }) => name);
// An example may have a word or a short mark behind, by which tests tell keys apart.
const example = "example(?:-(?:[a-z]+|\\w{1,6}))*(?![\\w-])";
const liveKey = new RegExp(`(${prefixes.join("|")})(?!${example})[\\w-]*[A-Za-z0-9]`);

/** What Secretlint does not look for, or not in each of its forms. */
const own = [
  {
    pattern: liveKey,
    kind: "a live key",
    advice: `revoke it; if it is an example, write ${prefixes.map((prefix) => `${prefix}example`).join(" or ")}`,
  },
  {
    pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/,
    kind: "a private key",
    advice: "replace it wherever it is used; if only a test needs one, make it in the test",
  },
  {
    pattern: /\bpypi-AgE[\w-]{16,}/,
    kind: "a PyPI token",
    advice: "revoke it, and read it from the environment",
  },
];

/** What Secretlint looks for: credentials of services that many use. */
const rules = [
  {
    id: "@secretlint/secretlint-rule-preset-recommend",
    rules: [
      {
        id: "@secretlint/secretlint-rule-basicauth",
        // Addresses with a password, which tests see refused.
        options: { allows: ["/@(127\\.0\\.0\\.1|example\\.com)(?![\\w.-])/"] },
      },
    ],
  },
];

interface Result {
  messages: { messageId: string; loc: { start: { line: number } } }[];
}

/**
 * What looks like a secret in some files or their names, a line each with file, line and kind, and never the secret: a
 * live key of this API, a private key, or a credential of a service that Secretlint knows. The one live key that may be
 * written down is the one that calls itself an example.
 */
export async function secretsIn(root: string, files: string[]): Promise<string[]> {
  const engine = await createEngine({ formatter: "json", configFileJSON: { rules } });
  const found = await Promise.all(
    files.map(async (file) => {
      const content = contentOf(join(root, file));
      const { output } = await engine.executeOnContent({ content, filePath: join(root, file) });
      const results: Result[] = JSON.parse(output);
      return [
        ...ownIn(file, content),
        ...results.flatMap(({ messages }) =>
          messages
            // Its own rule knows only some of those above.
            .filter(({ messageId }) => messageId !== "PrivateKey")
            .map(
              ({ messageId, loc }) =>
                `${masked(file)}:${loc.start.line}: this looks like a secret (${messageId}). ` +
                "If it is real, revoke it, and read it from the environment.",
            ),
        ),
      ];
    }),
  );
  return found.flat();
}

/**
 * The bytes of a file, one letter each, so that what is no text is looked through too; without NULs, which UTF-16 has
 * between its letters. Of a link its text, for git keeps that and not where it leads.
 */
function contentOf(path: string): string {
  const bytes = lstatSync(path).isSymbolicLink()
    ? readlinkSync(path, "buffer")
    : readFileSync(path);
  return bytes.toString("latin1").replaceAll("\0", "");
}

function ownIn(file: string, content: string): string[] {
  const lines = content.split("\n");
  return own.flatMap(({ pattern, kind, advice }) =>
    [
      ...(pattern.test(file) ? [`${masked(file)}: its name has`] : []),
      ...lines.flatMap((line, index) =>
        pattern.test(line) ? [`${masked(file)}:${index + 1}: this is`] : [],
      ),
    ].map((place) => `${place} what looks like ${kind}. If it is real, ${advice}.`),
  );
}

/** A path without the secrets in its names. */
function masked(file: string): string {
  return own.reduce((path, { pattern }) => path.replaceAll(new RegExp(pattern, "g"), "***"), file);
}
