import { type ParseArgsConfig, parseArgs } from "node:util";

/** What a program prints instead of doing its work. */
export interface ProgramTexts {
  /** For `--help`. */
  usage: string;
  /** For `--version`, as `1.0.0`. */
  version: string;
}

const common = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/**
 * Reads the flags of a program as `parseArgs` does, and answers `--help` and `--version`.
 * @returns `undefined` when one of these was asked for: it is printed, and there is nothing more to do.
 * @throws Error with one line when a flag is not known or lacks its value.
 */
export function parseFlags<Config extends ParseArgsConfig>(
  { usage, version }: ProgramTexts,
  config: Config,
): ReturnType<typeof parseArgs<Config>> | undefined {
  const parsed = parse({ ...config, options: { ...config.options, ...common } });
  if (!parsed.values.help && !parsed.values.version) return parsed as never;
  console.log(parsed.values.help ? usage : version);
  return undefined;
}

function parse(config: ParseArgsConfig) {
  try {
    return parseArgs(config);
  } catch (error) {
    // As `--port -1`, of which Node says in three lines that it is ambiguous.
    const [, flag] = /^Option '(\S+)' argument is ambiguous/.exec((error as Error).message) ?? [];
    if (flag === undefined) throw error;
    throw new Error(
      `${flag} needs a value, and what follows it begins with a dash. Write ${flag}=value if that is the value.`,
    );
  }
}
