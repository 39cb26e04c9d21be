import { afterEach, expect, it, vi } from "vitest";
import { flagsOfChild } from "../../src/service/given-flags.ts";

const OURS = ["--max-semi-space-size=4", "--heap-growing-percent=100"];
const inherited = process.execArgv;

afterEach(() => {
  vi.unstubAllEnvs();
  process.execArgv = inherited;
});

it.each([
  { everywhere: "", commandLine: [], flags: OURS },
  { everywhere: "--no-warnings --max_semi_space_size=16", commandLine: [], flags: OURS.slice(1) },
  // The last one counts.
  {
    everywhere: "--max-old-space-size=300",
    commandLine: ["--max-semi-space-size=16"],
    flags: [...OURS, "--max-semi-space-size=16"],
  },
])("a process of ours begins with our flags, but for what an operator says: %o", (given) => {
  vi.stubEnv("NODE_OPTIONS", given.everywhere);
  process.execArgv = [...given.commandLine];
  expect(flagsOfChild(OURS)).toEqual(given.flags);
});
