import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { thirdPartyLicences } from "./third-party-licences.ts";

// Writes the page to dist/page: one script, one style sheet, an icon, and the HTML that names them.

const source = new URL("./page/", import.meta.url);
const target = new URL("../dist/page/", import.meta.url);

await mkdir(target, { recursive: true });
const { code, moduleIds } = await bundledScript();
const script = await write("app", "js", code);
const style = await write("app", "css", await joinedStyles());
const icon = await write("icon", "svg", await readFile(new URL("icon.svg", source), "utf8"));
const html = await readFile(new URL("index.html", source), "utf8");
await writeFile(
  new URL("index.html", target),
  html.replace("main.tsx", script).replace("styles.css", style).replace("icon.svg", icon),
);
await writeFile(
  new URL("../third-party-licences.txt", target),
  await thirdPartyLicences(moduleIds),
);

async function bundledScript() {
  const bundle = await rolldown({
    input: fileURLToPath(new URL("main.tsx", source)),
    platform: "browser",
    transform: { target: "es2022", define: { "process.env.NODE_ENV": '"production"' } },
  });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  return output[0];
}

/** The style sheets in the order of their names, without their comments. */
async function joinedStyles(): Promise<string> {
  const folder = new URL("styles/", source);
  const names = (await readdir(folder)).sort();
  const sheets = await Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")));
  return sheets
    .join("\n")
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\n\s*/g, "\n");
}

/** Writes a file under a name that changes with its content, and returns the name. */
async function write(name: string, extension: string, content: string): Promise<string> {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const file = `${name}-${hash}.${extension}`;
  await writeFile(new URL(file, target), content);
  return file;
}
