import { type Figure, type FigureHead, figureOf } from "../figure.ts";
import { CONTESTANTS, type ContestantName } from "./contestants.ts";
import type { Round, Sizes, Step } from "./rounds.ts";

/** A desk of few sources and one of many, polled in one round. */
export type MarginRound = { readonly few: Round; readonly many: Round };
export type MarginSizes = { readonly few: Sizes; readonly many: Sizes };

type Definition = FigureHead & {
  readonly step: Step;
  /** What the step worked on. */
  readonly among: (sizes: Sizes) => number;
};

const sources = (sizes: Sizes): number => sizes.sources;

const DEFINITIONS: readonly Definition[] = [
  {
    id: "first-margin",
    title: "one more item at first",
    unit: "ms",
    step: "first",
    among: (sizes) => sizes.sources * sizes.items,
  },
  {
    id: "changed-margin",
    title: "one more changed feed",
    unit: "ms",
    step: "changed",
    among: sources,
  },
  {
    id: "moved-margin",
    title: "one more with moved dates",
    unit: "ms",
    step: "moved",
    among: sources,
  },
  {
    id: "unchanged-margin",
    title: "one more 304",
    unit: "ms",
    step: "unchanged",
    among: (sizes) => sizes.quietSources,
  },
];

/** CPU of one more: what many cost beyond few, divided among those that are more. Start and warming up fall out. */
export const marginFigures = (
  rounds: readonly MarginRound[],
  { few, many }: MarginSizes,
): readonly Figure[] =>
  DEFINITIONS.map(({ step, among, ...head }) => {
    const more = among(many) - among(few);
    const valuesOf = (name: ContestantName): number[] =>
      rounds.map((round) => (round.many[name][step].cpuMs - round.few[name][step].cpuMs) / more);
    const [offprint, twin, parse] = CONTESTANTS.map(valuesOf);
    return figureOf(head, { offprint: offprint ?? [], twin: twin ?? [], parse: parse ?? [] });
  });
