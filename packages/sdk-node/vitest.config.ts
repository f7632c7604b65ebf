import { configDefaults, mergeConfig, type ViteUserConfig } from "vitest/config";
// @boundaries-ignore every package shares the settings at the root
import shared from "../../vitest.config.ts";

/** What is written by hand is to be covered by tests; what is generated is compared with the spec. */
const config: ViteUserConfig = mergeConfig(shared, {
  test: {
    // Stryker's copy of this package.
    exclude: [...configDefaults.exclude, ".stryker-tmp/**"],
    coverage: {
      enabled: true,
      include: ["src/**/*.ts"],
      exclude: [
        "src/generated/**",
        "src/generate/cli.ts",
        "src/**/*.test.ts",
        "src/**/*.test-d.ts",
        // What tests are made of.
        "src/**/test/**",
      ],
      reporter: [["text", { skipFull: true }]],
      thresholds: { branches: 95 },
    },
  },
} satisfies ViteUserConfig);

export default config;
