import { keyPrefixes } from "@getclickmedia/sms-types";
import { createEngine } from "@secretlint/node";

const live = Object.values(keyPrefixes).filter(({ environment }) => environment === "live");

const rules = [
  {
    id: "@secretlint/secretlint-rule-preset-recommend",
    rules: [
      {
        id: "@secretlint/secretlint-rule-basicauth",
        // Addresses with a password, which tests see refused.
        options: { allows: ["/@(127\\.0\\.0\\.1|example\\.com)/"] },
      },
    ],
  },
  {
    id: "@secretlint/secretlint-rule-pattern",
    options: {
      patterns: live.map(({ name }) => ({
        name: "live key",
        patterns: [`/${name}(?!example\\b)[A-Za-z0-9_-]*[A-Za-z0-9]/`],
      })),
    },
  },
];

interface Result {
  filePath: string;
  messages: { ruleId: string; messageId: string; loc: { start: { line: number } } }[];
}

/**
 * What looks like a secret in some files, a line each with file, line and kind, and never the secret: a live key of
 * this API, or a credential of a service that Secretlint knows. The one live key that may be written down is the one
 * that calls itself an example.
 */
export async function secretsIn(files: string[]): Promise<string[]> {
  const engine = await createEngine({ formatter: "json", configFileJSON: { rules } });
  const { output } = await engine.executeOnFiles({ filePathList: files });
  return (JSON.parse(output) as Result[]).flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, messageId, loc }) => {
      const kind = ruleId.endsWith("-pattern") ? "a live key" : `a secret (${messageId})`;
      return `${filePath}:${loc.start.line}: this looks like ${kind}. ${advice}`;
    }),
  );
}

const advice = `If it is real, revoke it; if it is an example, write ${live.map(({ name }) => `${name}example`).join(" or ")}, or read it from the environment.`;
