import { defineConfig } from "vitest/config";

/** The program as processes, beside servers and clients of others. `.ci/run` does it; `npm test` does not. */
export default defineConfig({
  test: {
    globalSetup: ["tests/support/postgres/global-setup.ts"],
    include: ["tests/e2e/**/*.test.ts"],
    // More than cores: most of these tests wait for processes of theirs.
    maxWorkers: 3,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
