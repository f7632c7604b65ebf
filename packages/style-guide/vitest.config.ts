import { defineConfig } from "vitest/config";

// Rules keep no state, so the test files can share one copy of Spectral: loading it is most of the time.
export default defineConfig({ test: { isolate: false } });
