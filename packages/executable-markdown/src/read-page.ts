import type { Code, Nodes } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { type ClassifiedFence, classifyFence } from "./classify-fence.ts";
import { noFrontMatter, readFrontMatter } from "./front-matter.ts";
import { installProblem } from "./install-lines.ts";
import {
  type FrontMatter,
  languages,
  type Page,
  type Problem,
  type Program,
  type ProgramGroup,
  type Runnable,
} from "./page.ts";
import { shortNames } from "./short-names.ts";
import { readSteps } from "./steps/read-steps.ts";
import { unusedFiles } from "./unused-files.ts";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml"]);

/**
 * Reads what is to be run from a page. Whatever else the page has, as directives and links, is left alone.
 * @param file what messages call the page.
 */
export function readPage(markdown: string, file: string): Page {
  const problems: Problem[] = [];
  const tell = (line: number, message: string) =>
    problems.push({ file, line, message: `${message}.` });
  const root = parser.parse(markdown);
  const page: Page = {
    file,
    frontMatter: frontMatterOf(root.children[0], tell),
    runnables: [],
    groups: [],
    files: [],
    installs: [],
    problems,
  };
  for (const run of adjacentFences(root)) readRun(page, run, tell);
  for (const { line, path } of unusedFiles(page))
    tell(line, `nothing runs it: no later program, file or step of the page names ${path}`);
  for (const { line, name } of shortNames(markdown))
    tell(
      line,
      `npx fetches ${name} where it is not installed, and anybody may register that. Write the whole name, as npx @getclickmedia/sms-${name.replace("gcm-", "")}`,
    );
  problems.sort((one, other) => one.line - other.line);
  return page;
}

type Tell = (line: number, message: string) => void;

function frontMatterOf(first: Nodes | undefined, tell: Tell): FrontMatter {
  try {
    if (first?.type !== "yaml") throw new Error("the page has no front matter. Begin it with ---");
    return readFrontMatter(first.value);
  } catch (error) {
    tell(1, messageOf(error));
    return noFrontMatter;
  }
}

/** The fences of a page, those together that have nothing but blank lines between them. */
function adjacentFences(node: Nodes): Code[][] {
  if (!("children" in node)) return [];
  const runs: Code[][] = [];
  let run: Code[] = [];
  for (const child of node.children) {
    if (child.type === "code") {
      if (run.length === 0) runs.push(run);
      run.push(child);
      continue;
    }
    run = [];
    runs.push(...adjacentFences(child));
  }
  return runs;
}

/** Reads fences that stand together: programs, each with the output behind it, and others. */
function readRun(page: Page, fences: Code[], tell: Tell): void {
  let before = page.groups.at(-1);
  let group: ProgramGroup | undefined;
  let waiting: Runnable[] = [];
  let followsUnknown = false;
  const endWait = () => {
    for (const each of waiting)
      if (each.kind === "program")
        tell(
          each.line,
          "a program without an output. Put what it writes behind it, as ```text output",
        );
    waiting = [];
  };

  for (const node of fences) {
    const line = node.position?.start.line ?? 0;
    let fence: ClassifiedFence;
    try {
      fence = classifyFence(node, line);
    } catch (error) {
      tell(line, messageOf(error));
      // What it was meant to be is not known, and so neither what belongs to it.
      waiting = [];
      followsUnknown = true;
      continue;
    }
    if (fence.kind === "output") {
      if (waiting.length === 0 && !followsUnknown)
        tell(line, "an output without a program. Put it directly behind what writes it");
      for (const each of waiting) each.output = fence.output;
      waiting = [];
      followsUnknown = false;
    } else if (fence.kind === "program") {
      const { program } = fence;
      if (!group || !canJoin(group, program)) {
        if (group) before = group;
        group = { line, programs: [] };
        page.groups.push(group);
      }
      checkOrder(group, program, tell);
      if (fence.continues) program.continues = predecessor(before, program, tell);
      group.programs.push(program);
      page.runnables.push(program);
      waiting.push(program);
    } else {
      endWait();
      group = undefined;
      before = page.groups.at(-1);
      if (fence.kind === "install") {
        page.installs.push(fence.install);
        checkInstall(fence.install.text, line, tell);
      } else if (fence.kind === "file") {
        page.files.push(fence.file);
        if (fence.steps) {
          for (const message of readSteps(fence.steps.text, fence.steps.path).problems)
            tell(line, message);
          page.runnables.push(fence.steps);
          waiting.push(fence.steps);
        }
      }
    }
  }
  endWait();
}

function canJoin({ programs }: ProgramGroup, program: Program): boolean {
  return programs.every((each) => tabOf(each) !== tabOf(program));
}

function tabOf({ language, label }: Program): string {
  return label ?? language;
}

function checkOrder({ programs }: ProgramGroup, program: Program, tell: Tell): void {
  const last = programs.at(-1);
  if (last && languages.indexOf(last.language) > languages.indexOf(program.language))
    tell(
      program.line,
      `tabs stand in the order curl, Node.js, Python, PHP; ${program.syntax} comes after ${last.syntax}. Change the order, or write a sentence between them`,
    );
}

/** The program before in the same tab, so that a reader may keep to it. */
function predecessor(
  before: ProgramGroup | undefined,
  program: Program,
  tell: Tell,
): Program | undefined {
  const { line, language } = program;
  const { programs = [] } = before ?? {};
  const found =
    programs.find((each) => tabOf(each) === tabOf(program)) ??
    programs.find((each) => each.language === language) ??
    programs.at(-1);
  if (!found) tell(line, "no program stands before it that it could continue. Leave continues out");
  else if (found.serves || found.receives !== undefined)
    tell(line, "a server cannot be continued, because it does not end. Leave continues out");
  return found;
}

function checkInstall(text: string, line: number, tell: Tell): void {
  for (const [index, each] of text.split("\n").entries()) {
    if (each.trim() === "" || each.trim().startsWith("#")) continue;
    const problem = installProblem(each);
    if (problem) tell(line + 1 + index, problem);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
