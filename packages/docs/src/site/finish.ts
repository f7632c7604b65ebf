import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { withAccessibleMarkup } from "./accessible-markup.ts";
import { basePlaceholder } from "./config.ts";
import { withContentSecurityPolicy } from "./content-security-policy.ts";
import type { ReferencePage } from "./reference/reference-page.ts";
import { withRelativeAddresses } from "./relative-addresses.ts";
import { StyleClasses } from "./style-classes.ts";

const styleSheet = "styles.css";

interface FinishingParts {
  reference: ReferencePage;
  /** Where the site lies on its host, as `/` or `/sms/`. */
  basePath: string;
}

/**
 * Turns what the site generator wrote into files that can be put anywhere: addresses are relative, styles
 * are in style sheets, the reference is in its page, and every page has its content security policy.
 */
export async function finishSite(folder: string, parts: FinishingParts): Promise<void> {
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"));
  const styles = new StyleClasses();
  for (const path of paths.filter((each) => /\.(html|css|js)$/.test(each))) {
    const file = join(folder, path);
    const text = await readFile(file, "utf8");
    await writeFile(file, finished(path, text, { styles, ...parts }));
  }
  await writeFile(join(folder, styleSheet), styles.css());
  await rm(join(folder, "pagefind"), { recursive: true, force: true });
}

function finished(
  path: string,
  text: string,
  { styles, reference, basePath }: FinishingParts & { styles: StyleClasses },
): string {
  if (path.endsWith(".css")) return withRelativeAddresses(path, styles.selectIn(text));
  if (path.endsWith(".js")) return withRelativeAddresses(path, text);
  const link = `<link rel="stylesheet" href="${basePlaceholder}/${styleSheet}"></head>`;
  const styled = withAccessibleMarkup(styles.replaceIn(text)).replace("</head>", link);
  const page = withRelativeAddresses(path, styled, basePath);
  return path === reference.path
    ? withContentSecurityPolicy(reference.insert(page), { writesStyles: true })
    : withContentSecurityPolicy(page);
}
