import { readFileSync } from "node:fs";
import { join } from "node:path";
import { keyPrefixes } from "@getclickmedia/sms-types";
import { createEngine } from "@secretlint/node";

const prefixes = Object.values(keyPrefixes)
  .filter(({ environment }) => environment === "live")
  .map(({ name }) => name);
const liveKey = new RegExp(`(${prefixes.join("|")})(?!example\\b)[\\w-]*[A-Za-z0-9]`);

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
  filePath: string;
  messages: { messageId: string; loc: { start: { line: number } } }[];
}

/**
 * What looks like a secret in some files or their names, a line each with file, line and kind, and never the secret: a
 * live key of this API, or a credential of a service that Secretlint knows. The one live key that may be written down
 * is the one that calls itself an example.
 */
export async function secretsIn(root: string, files: string[]): Promise<string[]> {
  const engine = await createEngine({ formatter: "json", configFileJSON: { rules } });
  const { output } = await engine.executeOnFiles({
    filePathList: files.map((file) => join(root, file)),
  });
  return [
    ...files.flatMap((file) => liveKeysIn(file, readFileSync(join(root, file)))),
    ...(JSON.parse(output) as Result[]).flatMap(({ filePath, messages }) =>
      messages.map(
        ({ messageId, loc }) =>
          `${filePath.replace(`${root}/`, "")}:${loc.start.line}: this looks like a secret (${messageId}). ` +
          "If it is real, revoke it, and read it from the environment.",
      ),
    ),
  ];
}

function liveKeysIn(file: string, content: Buffer): string[] {
  // As bytes, so that what is no text is looked through too; without NULs, which UTF-16 has between its letters.
  const lines = content.toString("latin1").replaceAll("\0", "").split("\n");
  const places = [
    ...(liveKey.test(file) ? ["a file whose name has"] : []),
    ...lines.flatMap((line, index) =>
      liveKey.test(line) ? [`${file}:${index + 1}: this is`] : [],
    ),
  ];
  return places.map(
    (place) =>
      `${place} what looks like a live key. If it is real, revoke it; ` +
      `if it is an example, write ${prefixes.map((prefix) => `${prefix}example`).join(" or ")}.`,
  );
}
