import { join } from "node:path";
import type { SampleEnvironment } from "./environment.ts";
import type { PageServers } from "./page-servers.ts";
import type { WorkingFolder } from "./working-folder.ts";

/** The environment of a program. Of the caller's own nothing is in it. */
export function programVariables({
  environment,
  folder,
  servers,
  apiKey,
  webhookSecret,
}: {
  environment: SampleEnvironment;
  folder: WorkingFolder;
  servers: PageServers;
  apiKey: string;
  webhookSecret: string;
}): Record<string, string> {
  const outside = servers.outsideUrl;
  const own = "127.0.0.1,localhost";
  return {
    PATH: folder.searchPath,
    HOME: folder.path,
    LANG: "C.UTF-8",
    NO_COLOR: "1",
    GCM_API_KEY: apiKey,
    GCM_WEBHOOK_SECRET: webhookSecret,
    // Where npx starts a mock or a sandbox whose port the sample leaves open.
    GCM_TEST_MOCK_PORT: String(servers.own.mock),
    GCM_TEST_SANDBOX_PORT: String(servers.own.sandbox),
    PYTHONPATH: environment.pythonPath,
    PYTHONUNBUFFERED: "1",
    // Compiled modules are kept, but not beside the sources.
    PYTHONPYCACHEPREFIX: join(environment.nodeModules, "../.venv/compiled"),
    http_proxy: outside,
    https_proxy: outside,
    HTTPS_PROXY: outside,
    no_proxy: own,
    NO_PROXY: own,
    NODE_USE_ENV_PROXY: "1",
  };
}
