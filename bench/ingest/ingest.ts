import type { Section, SectionOptions } from "../section.ts";
import { ingestFigures } from "./ingest-figures.ts";
import { roundsFit, runRounds, type Sizes } from "./rounds.ts";

const FULL: Sizes = { sources: 40, items: 50, newItems: 2, quietSources: 400 };
const QUICK: Sizes = { sources: 20, items: 50, newItems: 2, quietSources: 400 };

/** `offprint ingest` beside a naive program, and beside bare parsing. */
export const ingest: Section = {
  title: "taking in",
  async run({ isQuick, rounds: wanted, limitMs, onStep }: SectionOptions) {
    const sizes = isQuick ? QUICK : FULL;
    const begunMs = performance.now();
    const rounds = await runRounds({
      sizes,
      goesOn: (done) =>
        done < wanted && roundsFit({ done, begunMs, elapsedMs: performance.now(), limitMs }),
      onStep: (round, step) => onStep(`round ${round} of ${wanted}: ${step}`),
    });
    return ingestFigures(rounds, sizes);
  },
};
