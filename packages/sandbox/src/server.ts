import type { Server } from "node:http";
import { type Answer, createApiServer, type RequestLog } from "@getclickmedia/sms-api-server";
import { contentSecurityPolicy, dashboardFiles } from "@getclickmedia/sms-dashboard";
import type { Api } from "./api/create-api.ts";
import type { createControl } from "./control/create-control.ts";
import type { Core } from "./core.ts";

export interface ServerParts {
  core: Core;
  api: Api;
  control: ReturnType<typeof createControl>;
  newRequestId: () => string;
  log: RequestLog | undefined;
}

const controlPath = "/_sandbox/";

/** One server for the page, the control API and the API itself, not yet listening. */
export function createSandboxServer({
  core,
  api,
  control,
  newRequestId,
  log,
}: ServerParts): Server {
  const page = createPage();
  const isOwn = (target: string) => target.startsWith(controlPath) || page(target) !== undefined;
  return createApiServer({
    document: core.document,
    name: "gcm-sandbox",
    newRequestId,
    log,
    isPrivate: isOwn,
    isClosing: () => core.isClosed,
    handle: (exchange) => {
      const { method, target } = exchange;
      if (target.startsWith(controlPath)) return control(exchange);
      const file = method === "GET" || method === "HEAD" ? page(target) : undefined;
      return file ?? api.handle(exchange);
    },
  });
}

/** The files of the dashboard, read when the first one is asked for. */
function createPage(): (target: string) => Answer | undefined {
  let files: Map<string, Answer> | undefined;
  return (target) => {
    if (target.startsWith("/v1/")) return undefined;
    files ??= new Map(
      [...dashboardFiles()].map(([path, { contentType, body }]) => [
        path,
        {
          status: 200,
          headers: {
            "content-type": contentType,
            "content-security-policy": contentSecurityPolicy,
            "x-content-type-options": "nosniff",
            "cache-control": path === "/" ? "no-cache" : "max-age=31536000, immutable",
          },
          body,
        },
      ]),
    );
    return files.get(target.split("?", 1)[0] ?? "");
  };
}
