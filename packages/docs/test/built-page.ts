import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { distFolder } from "../src/dist.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A page of the built site. */
export interface BuiltPage {
  /** Its file, as `bulk/index.html`. */
  path: string;
  html: string;
  /** Every address in it, as it stands there. */
  links: string[];
  /** The anchors that others can link to. */
  ids: Set<string>;
  elements: Element[];
}

/** Every file of the built site, without the compressed copies. */
export const builtFiles = (await readdir(distFolder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && !entry.name.endsWith(".gz"))
  .map((entry) => join(entry.parentPath, entry.name).slice(distFolder.length + 1));

export const readBuilt = (path: string) => readFile(join(distFolder, path), "utf8");

/** Every page of the built site. */
export const builtPages: BuiltPage[] = await Promise.all(
  builtFiles
    .filter((path) => path.endsWith(".html"))
    .toSorted()
    .map(async (path) => {
      const html = await readBuilt(path);
      const elements = elementsOf(parse(html, { scriptingEnabled: false }));
      return {
        path,
        html,
        elements,
        links: elements.flatMap((element) => attributesOf(element, ["href", "src"])),
        ids: new Set(elements.flatMap((element) => attributesOf(element, ["id", "name"]))),
      };
    }),
);

/** The values of those attributes that an element has. */
function attributesOf({ attrs }: Element, names: string[]): string[] {
  return attrs.filter(({ name }) => names.includes(name)).map(({ value }) => value);
}

function elementsOf(node: Node): Element[] {
  const inner = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  return "attrs" in node ? [node, ...inner] : inner;
}
