import { configDefaults, defineConfig } from "vitest/config";

/**
 * How Stryker runs the tests: in a copy of this package, where a path out of it would lead astray. Left out are
 * those of what is not mutated, those that run the built package, and long runs at random.
 */
export default defineConfig({
  test: {
    include: ["src/*.test.ts", "src/{bulk,webhooks}/*.test.ts"],
    exclude: [...configDefaults.exclude, "src/bulk/resume.test.ts"],
    isolate: false,
  },
});
