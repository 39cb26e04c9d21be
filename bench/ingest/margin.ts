import type { Section, SectionOptions } from "../section.ts";
import { type MarginRound, type MarginSizes, marginFigures } from "./margin-figures.ts";
import { type Round, runRounds, type Sizes } from "./rounds.ts";

const FEW: Sizes = { sources: 40, items: 50, newItems: 2, quietSources: 400 };
const SIZES: MarginSizes = { few: FEW, many: { ...FEW, sources: 100, quietSources: 1600 } };

/** What one more source costs a program that has warmed up, as a service has. */
export const margin: Section = {
  title: "taking in, at the margin",
  async run({ rounds: wanted, onStep }: SectionOptions) {
    const rounds: MarginRound[] = [];
    for (let number = 1; number <= wanted; number += 1) {
      const on = (what: string) => onStep(`round ${number} of ${wanted}: ${what}`);
      const few = await oneRound(SIZES.few, (step) => on(`few sources, ${step}`));
      const many = await oneRound(SIZES.many, (step) => on(`many sources, ${step}`));
      rounds.push({ few, many });
    }
    return marginFigures(rounds, SIZES);
  },
};

async function oneRound(sizes: Sizes, onStep: (what: string) => void): Promise<Round> {
  const [round] = await runRounds({
    sizes,
    goesOn: (done) => done === 0,
    onStep: (_, step) => onStep(step),
  });
  if (round === undefined) throw new Error("no round was run");
  return round;
}
