import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleFiles, readBundle } from "./bundle.ts";
import { distFolder } from "./dist.ts";
import { renderPage } from "./render.ts";
import { staticPage } from "./static-page.ts";
import { docsView } from "./view/docs-view.ts";

const page = staticPage(await renderPage(docsView(await readBundle())));

await rm(distFolder, { recursive: true, force: true });
await mkdir(distFolder);
await writeFile(join(distFolder, "index.html"), page);
await copyFile(bundleFiles.json, join(distFolder, "openapi.json"));
await copyFile(bundleFiles.yaml, join(distFolder, "openapi.yaml"));
