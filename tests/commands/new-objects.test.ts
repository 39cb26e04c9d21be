import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

const MODULE = new URL("../../src/commands/new-objects.ts", import.meta.url).href;

/** Makes objects that live for a while, as an ingest does, and prints the megabytes that V8 gives to new ones. */
const CHURN = `
  let alive = [];
  for (let n = 0; n < 1_000_000; n += 1) { alive.push([n]); if (n % 100_000 === 0) alive = []; }
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
  console.log(space.space_size / 1024 / 1024);`;

function megabytesOfNewObjects(flags: readonly string[], everywhere = ""): number {
  const program = `
    import { getHeapSpaceStatistics } from "node:v8";
    import { makeRoomForNewObjects } from ${JSON.stringify(MODULE)};
    makeRoomForNewObjects();${CHURN}`;
  const args = [...flags, "--input-type=module", "--eval", program];
  return Number(
    execFileSync(process.execPath, args, {
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: everywhere },
    }),
  );
}

it("makes eight megabytes of room for new objects, twice, and no more", () => {
  expect(Math.round(megabytesOfNewObjects(["--semi-space-growth-factor=1"]) / 8)).toBe(2);
});

it.each(["--max-semi-space-size=2", "--max_semi_space_size=2"])(
  "keeps to what an operator has said: %s",
  (flag) => {
    expect(megabytesOfNewObjects([flag])).toBeLessThan(8);
    expect(megabytesOfNewObjects([], `--no-warnings ${flag}`)).toBeLessThan(8);
  },
);
