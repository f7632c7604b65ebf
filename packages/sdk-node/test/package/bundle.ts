import { join } from "node:path";
import { type OutputChunk, type RolldownOptions, rolldown } from "rolldown";

/** What a bundler makes of a program that uses the installed SDK: one chunk. */
export async function bundle(
  project: string,
  code: string,
  options: { platform: NonNullable<RolldownOptions["platform"]>; minify?: boolean },
): Promise<OutputChunk> {
  const input = join(project, "program.js");
  const build = await rolldown({
    cwd: project,
    input,
    platform: options.platform,
    onLog: (_level, { message }) => {
      throw new Error(message);
    },
    plugins: [
      {
        name: "program",
        resolveId: (id) => (id === input ? id : undefined),
        load: (id) => (id === input ? code : undefined),
      },
    ],
  });
  const { output } = await build.generate({ minify: options.minify ?? false });
  await build.close();
  return output[0];
}
