import type { SampleEnvironment } from "../environment.ts";
import type { Language, Page } from "../page.ts";
import type { PageServers } from "../page-servers.ts";
import type { WorkingFolder } from "../working-folder.ts";

/** What a sample of a page is run with. */
export interface PageContext {
  page: Page;
  environment: SampleEnvironment;
  servers: PageServers;
  folder: WorkingFolder;
  variables(apiKey: string): Record<string, string>;
  /** A text of the page with the addresses of the test's servers. */
  toTest(text: string, language: Language | undefined): string;
  /** What a program wrote, with the addresses of the page. */
  toPage(text: string): string;
}
