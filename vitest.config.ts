import type { ViteUserConfig } from "vitest/config";

/** How the tests of every package run. The results are what the summary of `npm test` adds up. */
const config: ViteUserConfig = {
  test: {
    // Starting a process or a browser takes its time on a busy machine; timings are not tested here.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    // Test files share no state, so they need no process each.
    isolate: false,
    reporters: ["default", ["json", { outputFile: "test-results.json" }]],
  },
};

export default config;
