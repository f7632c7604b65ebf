/** What the samples of a page talk to where they name `https://api.getclickmedia.com`. */
export type ServerName = "mock" | "sandbox";

/** A language that samples are run in. The order is that of the tabs. */
export const languages = ["sh", "node", "python", "php"] as const;
export type Language = (typeof languages)[number];

export interface FrontMatter {
  title: string;
  description: string;
  group: string;
  order: number;
  server: ServerName;
  /** The plan of the account that the samples use; by default that of the sandbox's demo account. */
  plan: string | undefined;
}

/** What is wrong with a page, and where. */
export interface Problem {
  file: string;
  line: number;
  /** What it is, and what to do. */
  message: string;
}

/** What programs have to write. */
export interface ExpectedOutput {
  line: number;
  /** The language of the fence; `json` is compared as a value. */
  syntax: string;
  text: string;
  /** Whether the lines only have to occur, in this order. */
  partial: boolean;
  stream: "stdout" | "stderr";
}

interface Fence {
  line: number;
  text: string;
}

/** A sample that is run as it stands. */
export interface Program extends Fence {
  kind: "program";
  language: Language;
  /** The word after the backticks, as `ts`. */
  syntax: string;
  /** The name of its tab, where a language has several. */
  label: string | undefined;
  output: ExpectedOutput | undefined;
  /** The code that it ends with. */
  exit: number;
  /** Whether it asks no server. */
  offline: boolean;
  /** Whether it is a server itself: it is ended once it has written its output. */
  serves: boolean;
  /** The program whose state it goes on with. */
  continues: Program | undefined;
  /** The state of the document that holds when it begins. */
  state: string | undefined;
  clock: "frozen" | "running";
  /** How many seconds pass before it begins. */
  advance: number;
  /** The webhook that it receives. */
  receives: string | undefined;
  /** Where the webhook is posted. */
  path: string;
}

/** The shell steps of a file for a build machine, or the services of Compose. */
export interface Steps extends Fence {
  kind: "steps";
  path: string;
  output: ExpectedOutput | undefined;
}

/** What is written into the working folder. */
export interface SampleFile extends Fence {
  path: string;
  syntax: string;
}

export type Runnable = Program | Steps;

/** Programs that do the same in different languages or with different libraries, and are shown as tabs. */
export interface ProgramGroup {
  line: number;
  programs: Program[];
}

export interface Page {
  /** What messages call it, as `packages/docs/pages/bulk.md`. */
  file: string;
  frontMatter: FrontMatter;
  /** What is run, in the order of the page. */
  runnables: Runnable[];
  groups: ProgramGroup[];
  files: SampleFile[];
  installs: Fence[];
  /** A page with any of these must not be published, and is not run. */
  problems: Problem[];
}

export function problemLine({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}
