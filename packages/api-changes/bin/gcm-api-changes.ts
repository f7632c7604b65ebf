#!/usr/bin/env node
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { changeFilesOf } from "../src/change-files.ts";
import { changesEntry } from "../src/entry.ts";
import { entryHtml } from "../src/entry-html.ts";
import { entryMarkdown } from "../src/entry-markdown.ts";
import { type Gate, gate, keepRelease } from "../src/gate.ts";
import { builtBundle, releasesFolder } from "../src/releases.ts";
import { reportText } from "../src/report-text.ts";

const usage = `gcm-api-changes: what changed in the API since its last release, and whether the version fits

  gcm-api-changes [--base <file|version>] [--head <file>] [--format text|markdown|html|json]
  gcm-api-changes keep [--head <file>]

  keep          keeps the bundle as the release of its version, unless that is kept already
  --base        a bundled document or a kept version; by default the last release before the head
  --head        a bundled document; by default the one that the spec package has built
  --format      text says where each change is and what it asks of a program; markdown and html are
                an entry of a changelog; json is for programs
  --changesets  the folder of change files; by default .changeset of this repository
  --releases    the folder of kept bundles; by default that of the spec package

It exits with 0 when the version fits the changes, with 1 when not, and with 2 when it could not run.
`;

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      base: { type: "string" },
      head: { type: "string", default: builtBundle },
      format: { type: "string", default: "text" },
      changesets: { type: "string" },
      releases: { type: "string", default: releasesFolder },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const { base, head, format, releases } = values;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [command, ...more] = positionals;
  if (more.length > 0 || (command !== undefined && command !== "keep")) {
    throw new Error(`There is no command ${positionals.join(" ")}. There is keep, and --help.`);
  }
  if (command === "keep") {
    if (base !== undefined) throw new Error("keep takes --head and no --base.");
    console.log(keepRelease(head, releases));
    return 0;
  }
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (write === undefined) {
    throw new Error(`There is no format ${format}. There is ${Object.keys(formats).join(", ")}.`);
  }
  if (values.changesets !== undefined && !existsSync(values.changesets)) {
    throw new Error(
      `There is no folder ${values.changesets}, where --changesets says that change files are.`,
    );
  }
  const changeFiles = values.changesets ?? changeFilesOf(import.meta.dirname);
  const found = gate({ base, head, releases, changeFiles });
  process.stdout.write(write(found));
  const { verdict } = found;
  // What is piped into a file is the entry alone.
  if (format === "text") console.log(verdict.text);
  else if (!verdict.fits) console.error(verdict.text);
  return verdict.fits ? 0 : 1;
}

const formats: Record<string, (found: Gate) => string> = {
  text({ base, changes }) {
    if (changes.length === 0) return "";
    return `What changed in the API since ${base.info.version}:\n\n${reportText(changes)}\n`;
  },
  markdown: (found) => entryMarkdown(entryOf(found)),
  html: (found) => entryHtml(entryOf(found)),
  json({ base, head, changes, verdict }) {
    const versions = { base: base.info.version, head: head.info.version };
    return `${JSON.stringify({ ...versions, ...verdict, changes }, null, 2)}\n`;
  },
};

/** What has the version of the release is what comes next. */
function entryOf({ base, head, changes }: Gate) {
  const raised = head.info.version !== base.info.version;
  return changesEntry(raised ? head.info.version : undefined, changes);
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`gcm-api-changes: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
