import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

// The reading workers that tests start load the program's modules each: compiled once, they cost half.
process.env["NODE_COMPILE_CACHE"] ??= join(tmpdir(), "offprint-test-compile-cache");

export default defineConfig({
  test: {
    globalSetup: ["tests/support/postgres/global-setup.ts"],
    include: ["tests/**/*.test.ts"],
    // The whole program as processes: `npm run test:e2e`.
    exclude: ["tests/e2e/**"],
    setupFiles: ["tests/support/property-seed.ts"],
    // The files of one worker share its modules: a process and an import for each of 230 files cost more than
    // half of their tests. So no test leaves anything in the process: no variable, no listener, no module that remembers.
    isolate: false,
    // More than cores: some files wait for servers and workers of theirs.
    maxWorkers: 3,
    // No test asserts how long it took; these only end what hangs, also on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
