export { prepareEnvironment, type SampleEnvironment } from "./environment.ts";
export { type OpenPage, openPage, type Result, runPage } from "./open-page.ts";
export {
  type ExpectedOutput,
  type FrontMatter,
  type Language,
  languages,
  type Page,
  type Problem,
  type Program,
  type ProgramGroup,
  problemLine,
  type Runnable,
  type SampleFile,
  type ServerName,
  type Steps,
} from "./page.ts";
export { readPage } from "./read-page.ts";
export { typeProblems } from "./type-problems.ts";
