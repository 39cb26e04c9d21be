import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

/**
 * `npm run test:nightly [-- FILE…]`: the tests, with another seed for their properties than `npm test` has.
 * PROPERTY_SEED=N repeats a night. What it finds becomes a case in the test of its property.
 */
const seed = process.env["PROPERTY_SEED"] ?? String(randomInt(2 ** 31));
const repeat = `PROPERTY_SEED=${seed} npm run test:nightly`;

console.log(`The seed of this run is ${seed}. To repeat it: ${repeat}`);
const run = spawnSync("vitest", ["run", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, PROPERTY_SEED: seed },
});
if (run.status !== 0) {
  console.error(`Failed with the seed ${seed}. To repeat it: ${repeat}`);
}
process.exitCode = run.status ?? 1;
