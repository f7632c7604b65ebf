import { defineConfig, type RolldownOptions } from "rolldown";

/** One file for each entry and each module system, and one for what entries share. */
function bundle(format: "esm" | "cjs", extension: "js" | "cjs"): RolldownOptions {
  return {
    input: {
      index: "src/index.ts",
      webhooks: "src/webhooks/index.ts",
      testing: "src/testing/index.ts",
    },
    platform: "neutral",
    transform: { target: "es2022" },
    output: {
      dir: "dist",
      format,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `shared-[name].${extension}`,
    },
  };
}

export default defineConfig([bundle("esm", "js"), bundle("cjs", "cjs")]);
