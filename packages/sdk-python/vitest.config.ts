import { mergeConfig, type ViteUserConfig } from "vitest/config";
// @boundaries-ignore every package shares the settings at the root
import shared from "../../vitest.config.ts";

/** The virtual environment is made once, before the test files that use it at the same time. */
const config: ViteUserConfig = mergeConfig(shared, {
  test: { globalSetup: "test/make-environment.ts", testTimeout: 300_000 },
} satisfies ViteUserConfig);

export default config;
