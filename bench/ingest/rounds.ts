import { FIRST_EDITION, type SourceFarm, startSourceFarm } from "../farm/source-farm.ts";
import type { Cost } from "../measure/measure-command.ts";
import { inScratchFolder } from "../measure/scratch-folder.ts";
import {
  CONTESTANTS,
  type Contestant,
  type ContestantName,
  contestantsIn,
  type Pass,
  type Told,
} from "./contestants.ts";

/** What each contestant does in a round, in this order. */
export const STEPS = ["start", "first", "changed", "moved", "one", "unchanged"] as const;
export type Step = (typeof STEPS)[number];

/** What each step cost, and the size of what was stored after the first ingest. */
export type RoundOfOne = Readonly<Record<Step, Cost>> & { readonly databaseBytes: number };
export type Round = Readonly<Record<ContestantName, RoundOfOne>>;

export type Sizes = {
  readonly sources: number;
  readonly items: number;
  /** Of `items`, in a feed that changed. */
  readonly newItems: number;
  /** Sources of one item each that answer 304: many, since each costs little beside the start of the process. */
  readonly quietSources: number;
};

export type RoundOptions = {
  readonly sizes: Sizes;
  /** Asked before each round with the number of those that are done. */
  readonly goesOn: (done: number) => boolean;
  readonly onStep: (round: number, step: Step) => void;
};

const AN_HOUR_MS = 3_600_000;
const DAYS_BACK_MS = 2 * 24 * AN_HOUR_MS;
/** Of the articles that a contestant should find new; a few may be told as copies by chance. */
const LEAST_FOUND = 0.99;

/** A round begins with empty databases. */
export const runRounds = (options: RoundOptions): Promise<readonly Round[]> =>
  inScratchFolder((folder) => runRoundsIn(folder, options));

async function runRoundsIn(
  folder: string,
  { sizes, goesOn, onStep }: RoundOptions,
): Promise<readonly Round[]> {
  const startAt = Date.now() - DAYS_BACK_MS;
  const { sources: firstSource, quietSources: sources } = sizes;
  const farms = {
    busy: await startSourceFarm({ ...sizes, firstSource: 0, startAt }),
    quiet: await startSourceFarm({ firstSource, sources, items: 1, startAt }),
  };
  try {
    await prepare(contestantsIn(folder), farms.quiet);
    const rounds: Round[] = [];
    while (goesOn(rounds.length)) {
      const number = rounds.length + 1;
      const on = { folder, farms, sizes, number, onStep: (step: Step) => onStep(number, step) };
      rounds.push(await runRound(on));
    }
    return rounds;
  } finally {
    await Promise.all([farms.busy.close(), farms.quiet.close()]);
  }
}

/**
 * Whether another round as long as those before ends before the limit. The first always fits: without it there would
 * be nothing to tell. Both times are milliseconds since the start of the bench.
 */
export function roundsFit(time: {
  readonly done: number;
  /** When the first round began. */
  readonly begunMs: number;
  readonly elapsedMs: number;
  readonly limitMs: number;
}): boolean {
  if (time.done === 0) return true;
  return time.elapsedMs + (time.elapsedMs - time.begunMs) / time.done <= time.limitMs;
}

const EMPTY_DESK = "empty";
const QUIET_DESK = "quiet";

/** Not measured: fills the desk whose sources will answer 304, and warms the caches of compiled code. */
async function prepare(
  contestants: Readonly<Record<ContestantName, Contestant>>,
  quiet: SourceFarm,
): Promise<void> {
  for (const name of CONTESTANTS) {
    await contestants[name].poll({ desk: EMPTY_DESK, urls: [] });
    await contestants[name].poll({ desk: QUIET_DESK, urls: quiet.urls });
  }
}

type RoundWork = {
  readonly folder: string;
  readonly farms: { readonly busy: SourceFarm; readonly quiet: SourceFarm };
  readonly sizes: Sizes;
  readonly number: number;
  readonly onStep: (step: Step) => void;
};

/** All do a step before any does the next, each second round in the opposite order: what slows one slows all. */
async function runRound(work: RoundWork): Promise<Round> {
  const contestants = contestantsIn(work.folder);
  const order = work.number % 2 === 1 ? CONTESTANTS : CONTESTANTS.toReversed();
  const costs: Record<ContestantName, Map<Step | "databaseBytes", Cost | number>> = {
    offprint: new Map(),
    twin: new Map(),
    parse: new Map(),
  };
  for (const step of STEPS) {
    work.onStep(step);
    const { expected, ...pass } = prepareStep(step, work);
    for (const name of order) {
      const { cost, told } = await contestants[name].poll(pass);
      if (name !== "parse") check(`${name}, ${step}`, told, expected);
      costs[name].set(step, cost);
      if (step === "first")
        costs[name].set("databaseBytes", contestants[name].databaseBytes(pass.desk));
    }
  }
  const entries = CONTESTANTS.map((name) => [name, Object.fromEntries(costs[name])]);
  return Object.fromEntries(entries) as Round;
}

type PreparedStep = Pass & {
  readonly expected: Pick<Told, "new" | "unchanged">;
};

function prepareStep(step: Step, { farms, sizes, number }: RoundWork): PreparedStep {
  const { busy, quiet } = farms;
  const { sources, items, newItems, quietSources } = sizes;
  const onBusyDesk = (count: number): PreparedStep => ({
    desk: `busy-${number}`,
    urls: busy.urls,
    expected: { new: count, unchanged: 0 },
  });
  switch (step) {
    case "start":
      return { desk: EMPTY_DESK, urls: [], expected: { new: 0, unchanged: 0 } };
    case "first":
      busy.show(FIRST_EDITION);
      return onBusyDesk(sources * items);
    case "changed":
      busy.show({ oldest: newItems, movedByMs: 0 });
      return onBusyDesk(sources * newItems);
    case "moved":
      busy.show({ oldest: 2 * newItems, movedByMs: AN_HOUR_MS });
      return onBusyDesk(sources * newItems);
    case "one":
      busy.show({ oldest: 2 * newItems + 1, movedByMs: AN_HOUR_MS });
      return { ...onBusyDesk(1), only: firstOf(busy.urls) };
    case "unchanged":
      return { desk: QUIET_DESK, urls: quiet.urls, expected: { new: 0, unchanged: quietSources } };
  }
}

function firstOf(urls: readonly string[]): string {
  const [first] = urls;
  if (first === undefined) throw new Error("a farm has sources");
  return first;
}

/** A contestant that fails is fast. */
function check(who: string, told: Told, expected: PreparedStep["expected"]): void {
  const isRight =
    told.failed === 0 &&
    told.unchanged === expected.unchanged &&
    told.new <= expected.new &&
    told.new >= Math.floor(expected.new * LEAST_FOUND);
  if (isRight) return;
  throw new Error(`${who}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(told)}`);
}
