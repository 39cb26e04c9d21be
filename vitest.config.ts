import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Real servers, workers and processes start in these tests; the default of 5 s is too near on a busy machine.
    // More than cores: most files wait for processes and servers of theirs.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
