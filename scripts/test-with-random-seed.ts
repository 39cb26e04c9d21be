import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

/**
 * `npm run test:nightly [-- FILE…]`: the tests, with another seed for their properties than `npm test` has,
 * and more runs of each (PROPERTY_RUNS). PROPERTY_SEED=N repeats a night. What it finds becomes a case in the test of its property.
 */
const seed = process.env["PROPERTY_SEED"] ?? String(randomInt(2 ** 31));
const runs = process.env["PROPERTY_RUNS"] ?? "300";
const repeat = `PROPERTY_SEED=${seed} PROPERTY_RUNS=${runs} npm run test:nightly`;

console.log(`The seed of this run is ${seed}. To repeat it: ${repeat}`);
const run = spawnSync("vitest", ["run", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, PROPERTY_SEED: seed, PROPERTY_RUNS: runs },
});
if (run.status !== 0) {
  console.error(`Failed with the seed ${seed}. To repeat it: ${repeat}`);
}
process.exitCode = run.status ?? 1;
