/**
 * What must stay fast, as ratios measured in one run, against bench/budgets.json. README.md beside this file explains the
 * figures.
 *
 *     npm run bench -- [--quick] [--rounds N] [--only SECTION[,SECTION]] [--json]
 *
 * Exits with 1 when a budget is missed. `--json` prints one document on standard output and nothing else there.
 */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { judge, readBudgets, type Verdict } from "./budgets.ts";
import type { Figure } from "./figure.ts";
import { tablesOf, verdictsText } from "./report.ts";
import { LONG, NEVER_QUICK, SECTIONS, type SectionName } from "./sections.ts";

const ROUNDS = 5;
/** When a quick run, which is to take two minutes at most, begins no further round, and no further section. */
const QUICK_LIMITS_MS = { round: 60_000, section: 85_000 } as const;

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    rounds: { type: "string", default: String(ROUNDS) },
    only: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error("--rounds takes a number from 1");
const isSection = (name: string): name is SectionName => Object.hasOwn(SECTIONS, name);
const all = Object.keys(SECTIONS).filter(isSection);
const chosen = options.only?.split(",") ?? all.filter((name) => !LONG.includes(name));

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const loads = [loadavg()[0] ?? 0];
const budgets = readBudgets(new URL("./budgets.json", import.meta.url));
const results: Result[] = [];
for (const name of chosen) {
  if (!isSection(name)) throw new Error(`--only takes some of ${all.join()}`);
  if (isInTime(name)) results.push(await measure(name));
}
const load = { least: Math.min(...loads), most: Math.max(...loads) };
const machine = { node: process.version, cpus: cpus().map(({ model }) => model), load };
const document = { machine, isQuick: options.quick, sections: results };
process.stdout.write(options.json ? `${JSON.stringify(document, null, 2)}\n` : asText());
if (results.some(({ verdicts }) => verdicts.some(({ isKept }) => !isKept))) process.exitCode = 1;

type Result = {
  readonly name: SectionName;
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly verdicts: readonly Verdict[];
};

function isInTime(name: SectionName): boolean {
  const fits = performance.now() < QUICK_LIMITS_MS.section && !NEVER_QUICK.includes(name);
  const isSo = !options.quick || fits;
  if (!isSo) process.stderr.write(`${SECTIONS[name].title}: left out, there is no time\n`);
  return isSo;
}

async function measure(name: SectionName): Promise<Result> {
  const { title, run } = SECTIONS[name];
  const figures = await run({
    isQuick: options.quick,
    rounds,
    limitMs: options.quick ? QUICK_LIMITS_MS.round : Number.POSITIVE_INFINITY,
    onStep(what) {
      loads.push(loadavg()[0] ?? 0);
      process.stderr.write(`${title}: ${what}\n`);
    },
  });
  return { name, title, figures, verdicts: judge(budgets[name] ?? [], figures) };
}

function asText(): string {
  return [
    `Node ${machine.node}, ${machine.cpus.length} × ${machine.cpus[0]}, load ${load.least.toFixed(1)} to ${load.most.toFixed(1)}`,
    "median (least–greatest of the rounds)",
    ...results.map(({ title, figures }) => `\n${title}\n${tablesOf(figures)}`),
    `\n${verdictsText(results.flatMap(({ verdicts }) => verdicts))}\n`,
  ].join("\n");
}
