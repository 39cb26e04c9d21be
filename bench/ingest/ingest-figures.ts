import { type Figure, type FigureHead, figureOf } from "../figure.ts";
import type { Cost } from "../measure/measure-command.ts";
import { CONTESTANTS } from "./contestants.ts";
import { type Round, type RoundOfOne, type Sizes, STEPS, type Step } from "./rounds.ts";

type Definition = FigureHead & {
  /** Of one contestant in one round, in the unit. */
  readonly of: (costs: RoundOfOne, sizes: Sizes) => number;
};

type Measure = "cpuMs" | "wallMs" | "writtenBytes";

/** What a step cost more than the start of the process, divided among what it worked on. */
const beyondStart = (step: Step, measure: Measure, among: (sizes: Sizes) => number, scale = 1) => ({
  of: (costs: Readonly<Record<Step, Cost>>, sizes: Sizes): number =>
    (costs[step][measure] - costs.start[measure]) / among(sizes) / scale,
});

const sumOf = (costs: Readonly<Record<Step, Cost>>, measure: keyof Cost): number =>
  STEPS.reduce((sum, step) => sum + costs[step][measure], 0);

const KB = 1000;
const MB = 1_000_000;
const items = (sizes: Sizes): number => sizes.sources * sizes.items;
const sources = (sizes: Sizes): number => sizes.sources;
const quiet = (sizes: Sizes): number => sizes.quietSources;

const timesOf = (
  step: Step,
  title: string,
  among: (sizes: Sizes) => number,
): readonly Definition[] => [
  { id: `${step}-cpu`, title: `${title}, CPU`, unit: "ms", ...beyondStart(step, "cpuMs", among) },
  {
    id: `${step}-wall`,
    title: `${title}, wall`,
    unit: "ms",
    ...beyondStart(step, "wallMs", among),
  },
];

const DEFINITIONS: readonly Definition[] = [
  ...timesOf("first", "first ingest, an item", items),
  ...timesOf("changed", "changed feed, a source", sources),
  ...timesOf("moved", "changed feed with moved dates, a source", sources),
  ...timesOf("unchanged", "unchanged (304), a source", quiet),
  {
    id: "first-written",
    title: "written, an item of the first ingest",
    unit: "KB",
    ...beyondStart("first", "writtenBytes", items, KB),
  },
  {
    id: "one-written",
    title: "written for one new article",
    unit: "KB",
    ...beyondStart("one", "writtenBytes", () => 1, KB),
  },
  {
    id: "database",
    title: "database, an article",
    unit: "KB",
    of: ({ databaseBytes }, sizes) => databaseBytes / items(sizes) / KB,
  },
  {
    id: "first-rss",
    title: "largest process, first ingest",
    unit: "MB",
    of: ({ first }) => first.peakRssBytes / MB,
  },
  {
    // Single steps of the twin are too short to be timed on a busy machine; together they are not.
    id: "round-wall",
    title: "all steps of a round, starts included, wall",
    unit: "ms",
    of: (costs) => sumOf(costs, "wallMs"),
  },
  {
    // A sleep costs no CPU, and on a busy machine hardly any wall time.
    id: "round-waited",
    title: "part of that in which all threads waited",
    unit: "%",
    of: (costs) => (100 * sumOf(costs, "waitedMs")) / sumOf(costs, "wallMs"),
  },
  {
    id: "start-cpu",
    title: "start of a process, CPU",
    unit: "ms",
    of: ({ start }) => start.cpuMs,
  },
];

export const ingestFigures = (rounds: readonly Round[], sizes: Sizes): readonly Figure[] =>
  DEFINITIONS.map(({ of, ...head }) => {
    const valuesOf = (name: keyof Round): number[] => rounds.map((round) => of(round[name], sizes));
    const [offprint, twin, parse] = CONTESTANTS.map(valuesOf);
    return figureOf(head, { offprint: offprint ?? [], twin: twin ?? [], parse: parse ?? [] });
  });
