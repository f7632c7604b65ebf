import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A program that some tests need and that the registries of this project do not bring. */
export interface Tool {
  name: string;
  /** What it is called, any of them, in the search path; or a whole path. */
  programs: string[];
  install: string;
}

export const tools: Tool[] = [
  {
    name: "chromium",
    programs: [
      "chromium",
      "chromium-browser",
      "google-chrome",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    install: "apt-get install chromium, or set CHROMIUM_PATH",
  },
  { name: "curl", programs: ["curl"], install: "apt-get install curl" },
  { name: "python3", programs: ["python3"], install: "apt-get install python3" },
  { name: "php", programs: ["php"], install: "apt-get install php-cli php-curl" },
];

/** Whether one of the tool's programs is on this machine. */
export function isInstalled({ name, programs }: Tool, env = process.env): boolean {
  if (name === "chromium" && env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH);
  const folders = (env.PATH ?? "").split(delimiter);
  return programs.some((program) =>
    program.startsWith("/")
      ? existsSync(program)
      : folders.some((folder) => existsSync(join(folder, program))),
  );
}
