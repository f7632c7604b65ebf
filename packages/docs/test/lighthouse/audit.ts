import { createServer } from "node:net";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromium } from "playwright-core";
import { browserFlags, executablePath } from "../browser/browser.ts";

/** What Lighthouse gives marks for. */
export const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Category = (typeof categories)[number];

/** The least mark, of 100, that a page may have. */
export const least = 95;

/** The pages that are judged, on a telephone; and on a desktop the one that is made for it. */
export const audited: { path: string; screen: "mobile" | "desktop" }[] = [
  ...["", "quick-start/", "webhooks/", "errors/", "reference/"].map((path) => ({
    path,
    screen: "mobile" as const,
  })),
  { path: "reference/", screen: "desktop" },
];

/**
 * Shown beside the others, and not judged. The reference loads Redoc when a reader does something with the page, or
 * asks for an operation, so that the marks of its bare address are those of the overview without Redoc. These are with it.
 */
export const shownOnly: typeof audited = [
  { path: "reference/#/messages/send", screen: "mobile" },
  { path: "reference/#/messages/send", screen: "desktop" },
];

export interface Marks {
  marks: Partial<Record<Category, number>>;
  /** What cost marks, as `category: what it is`. */
  losses: string[];
}

/** Lets Lighthouse judge a page in a browser of its own. */
export async function audit(
  url: string,
  { screen, only }: { screen: "mobile" | "desktop"; only: readonly Category[] },
): Promise<Marks> {
  const port = await freePort();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...browserFlags, `--remote-debugging-port=${port}`],
  });
  try {
    const flags = {
      port,
      onlyCategories: [...only],
      logLevel: "error" as const,
      // Only the mark for performance is about a slow network and a slow processor.
      ...(only.includes("performance") ? {} : { throttlingMethod: "provided" as const }),
    };
    const result = await lighthouse(url, flags, screen === "desktop" ? desktopConfig : undefined);
    if (!result) throw new Error(`Lighthouse said nothing about ${url}.`);
    const { categories: judged, audits, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
    const marks = Object.fromEntries(
      only.map((id) => [id, Math.round((judged[id]?.score ?? 0) * 100)]),
    );
    const losses = Object.values(judged).flatMap(({ id: category, auditRefs }) =>
      auditRefs
        .filter(({ weight }) => weight > 0)
        .filter(({ id }) => (audits[id]?.score ?? 1) < 0.9)
        .map(({ id }) => `${category}: ${audits[id]?.title} ${audits[id]?.displayValue ?? ""}`),
    );
    return { marks, losses };
  } finally {
    await browser.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
