import { createHash } from "node:crypto";
import { type DefaultTreeAdapterTypes, parse, serialize } from "parse5";

/**
 * Collects the `style` attributes of pages as classes of one style sheet, so that the content security
 * policy can refuse every other style.
 */
export class StyleClasses {
  readonly #rules = new Map<string, string>();

  /** The page with classes in the place of its `style` attributes. */
  replaceIn(html: string): string {
    const document = parse(html);
    this.#replace(document);
    return serialize(document);
  }

  /** A style sheet of the generator, which finds what it coloured by the attribute that is gone. */
  selectIn(css: string): string {
    return css.replaceAll("[style^='--']:not([class])", "[class^='s-']");
  }

  /** The style sheet with every class so far. */
  css(): string {
    return [...this.#rules].map(([name, declarations]) => `.${name}{${declarations}}\n`).join("");
  }

  #replace(node: DefaultTreeAdapterTypes.Node): void {
    if ("attrs" in node) this.#replaceAttribute(node);
    const inner = "content" in node ? [node.content] : [];
    for (const child of [...inner, ...("childNodes" in node ? node.childNodes : [])]) {
      this.#replace(child);
    }
  }

  #replaceAttribute(element: DefaultTreeAdapterTypes.Element): void {
    const style = element.attrs.find(({ name }) => name === "style");
    if (!style) return;
    element.attrs = element.attrs.filter((each) => each !== style);
    // What a script is to show later has to stay within its reach: it is shown at once instead.
    if (/^display:\s*none;?$/.test(style.value)) return;
    const name = this.#classFor(style.value);
    const classes = element.attrs.find((each) => each.name === "class");
    if (classes) classes.value += ` ${name}`;
    else element.attrs.push({ name: "class", value: name });
  }

  #classFor(declarations: string): string {
    const name = `s-${createHash("sha256").update(declarations).digest("hex").slice(0, 8)}`;
    this.#rules.set(name, declarations);
    return name;
  }
}
