import type { Code, RootContent } from "mdast";
import { fenceKind, fenceLabel } from "./fence.ts";

/** A sample among others for the same, with what it prints. */
export interface Tab {
  label: string;
  fences: Code[];
}

/** Something of a guide, or several samples of which a reader sees the one of the chosen language. */
export type Block = RootContent | Tab[];

/** Groups samples in several languages that follow one another, and files in several languages likewise. */
export function withTabs(nodes: readonly RootContent[]): Block[] {
  const blocks: Block[] = [];
  let run: Code[] = [];
  const end = () => {
    blocks.push(...tabs(run));
    run = [];
  };
  for (const node of nodes) {
    if (node.type !== "code") {
      end();
      blocks.push(node);
      continue;
    }
    const kind = fenceKind(node);
    const before = run.map(fenceKind).findLast((each) => each !== "other");
    if (kind !== "other" && kind !== before) end();
    run.push(node);
  }
  end();
  return blocks;
}

/** One group of tabs of fences that follow one another, unless all of them are of one kind. */
function tabs(run: Code[]): Block[] {
  const samples = run.filter((code) => fenceKind(code) !== "other");
  if (new Set(samples.map(fenceLabel)).size < 2) return run;
  const all: Tab[] = [];
  /** The samples since the last output: what is printed next holds for all of them. */
  let open: Tab[] = [];
  let printed = false;
  for (const code of run) {
    if (fenceKind(code) === "other") {
      for (const tab of open) tab.fences.push(code);
      printed = true;
    } else {
      const tab = { label: fenceLabel(code), fences: [code] };
      all.push(tab);
      open = printed ? [tab] : [...open, tab];
      printed = false;
    }
  }
  return [all];
}
