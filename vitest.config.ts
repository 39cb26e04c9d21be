import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // The whole program as processes: `npm run test:e2e`.
    exclude: ["tests/e2e/**"],
    setupFiles: ["tests/support/property-seed.ts"],
    // More than cores: some files wait for servers and workers of theirs.
    maxWorkers: 3,
    // No test asserts how long it took; these only end what hangs, also on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
