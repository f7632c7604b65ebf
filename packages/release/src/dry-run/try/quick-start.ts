import { readFileSync } from "node:fs";
import { ReleaseFault } from "../../release-fault.ts";

/** How the quick start of a README is pointed at a server, and told to say what became of the message. */
const languages = {
  ts: {
    client: "apiKey: process.env.GCM_API_KEY }",
    pointed: (url: string) => `apiKey: process.env.GCM_API_KEY, baseUrl: "${url}" }`,
    ending: "\nconsole.log(status);\n",
  },
  python: {
    client: "SmsClient()",
    pointed: (url: string) => `SmsClient(base_url="${url}")`,
    ending: "",
  },
  php: {
    client: "new SmsClient()",
    pointed: (url: string) => `new SmsClient(baseUrl: '${url}')`,
    ending: "\necho strtolower($status->name), PHP_EOL;\n",
  },
};

/** What every quick start ends with, on the mock. */
export const delivered = "delivered\n";

/**
 * The first sample of a README, as a program that talks to a server.
 * @throws ReleaseFault when the README has none, or one that makes its client otherwise.
 */
export function quickStart(readme: string, language: keyof typeof languages, url: string): string {
  const { client, pointed, ending } = languages[language];
  const fence = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "ms");
  const [, sample] = fence.exec(readFileSync(readme, "utf8")) ?? [];
  if (!sample?.includes(client)) {
    throw new ReleaseFault(
      `${readme} has no quick start in ${language} that makes its client with \`${client}\`.`,
    );
  }
  return sample.replace(client, pointed(url)) + ending;
}
