/**
 * How much taking in costs, beside the naive twin and bare parsing, against bench/budgets.json. README.md beside
 * this file explains the figures.
 *
 *     npm run bench -- [--quick] [--rounds N] [--json]
 *
 * Exits with 1 when a budget is missed. `--json` prints one document on standard output and nothing else there.
 */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { judge, readBudgets } from "./budgets.ts";
import { figuresOf } from "./figures.ts";
import { tableOf, verdictsText } from "./report.ts";
import { roundsFit, runRounds, type Sizes } from "./rounds.ts";

const FULL: Sizes = { sources: 40, items: 50, newItems: 2, quietSources: 400 };
const QUICK: Sizes = { sources: 20, items: 50, newItems: 2, quietSources: 400 };
const ROUNDS = { full: 5, quick: 3 } as const;
/** A quick run takes no more than two minutes, on a busy machine with fewer rounds. */
const QUICK_LIMIT_MS = 115_000;

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    rounds: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const sizes = options.quick ? QUICK : FULL;
const wanted =
  options.rounds === undefined ? ROUNDS[options.quick ? "quick" : "full"] : Number(options.rounds);
if (!(Number.isInteger(wanted) && wanted > 0)) throw new Error("--rounds takes a number from 1");

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

let begunMs = 0;
const loads = [loadavg()[0] ?? 0];
const rounds = await runRounds({
  sizes,
  goesOn: (done) => done < wanted && fits(done),
  onStep: (round, step) => {
    loads.push(loadavg()[0] ?? 0);
    process.stderr.write(`round ${round} of ${wanted}: ${step}\n`);
  },
});
const figures = figuresOf(rounds, sizes);
const verdicts = judge(readBudgets(new URL("./budgets.json", import.meta.url)), figures);
const load = { least: Math.min(...loads), most: Math.max(...loads) };
const machine = { node: process.version, cpus: cpus().map(({ model }) => model), load };
const document = { machine, sizes, rounds: rounds.length, figures, verdicts };
process.stdout.write(options.json ? `${JSON.stringify(document, null, 2)}\n` : asText());
if (verdicts.some(({ isKept }) => !isKept)) process.exitCode = 1;

function fits(done: number): boolean {
  const elapsedMs = performance.now();
  if (done === 0) begunMs = elapsedMs;
  const limitMs = options.quick ? QUICK_LIMIT_MS : Number.POSITIVE_INFINITY;
  return roundsFit({ done, begunMs, elapsedMs, limitMs });
}

function asText(): string {
  const { sources, items, newItems, quietSources } = sizes;
  return [
    `${rounds.length} rounds, ${sources} sources × ${items} items, ${newItems} new; ${quietSources} sources of one item for 304`,
    `Node ${machine.node}, ${machine.cpus.length} × ${machine.cpus[0]}, load ${load.least.toFixed(1)} to ${load.most.toFixed(1)}`,
    "median (least–greatest of the rounds)\n",
    `${tableOf(figures)}\n`,
    `${verdictsText(verdicts)}\n`,
  ].join("\n");
}
