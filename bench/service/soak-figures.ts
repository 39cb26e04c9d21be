import { type Figure, figureOf } from "../figure.ts";
import { percentile } from "../measure/statistics.ts";

export type SoakSample = {
  /** Pss after a cycle: of the process that answers, and of all. */
  readonly webBytes: number;
  readonly allBytes: number;
  /** What lives in the heaps of the first threads of all processes: without what V8 has not collected yet. */
  readonly liveBytes: number;
};

/** Cycles until code is compiled and caches are full. */
const WARM_UP = 20;
/** A heap rises and falls between collections: the median of so many samples is compared. */
const WINDOW = 10;
const MB = 1_000_000;

/** What memory has grown by after warming up: last samples against first. */
export const soakFigures = (samples: readonly SoakSample[]): readonly Figure[] => {
  const grownBy = (of: (sample: SoakSample) => number): number => {
    const median = (part: readonly SoakSample[]): number => percentile(part.map(of), 50);
    const first = samples.slice(WARM_UP, WARM_UP + WINDOW);
    return (median(samples.slice(-WINDOW)) - median(first)) / MB;
  };
  return [
    figureOf(
      { id: "web-growth", title: "web process, growth", unit: "MB" },
      { offprint: [grownBy(({ webBytes }) => webBytes)] },
    ),
    figureOf(
      { id: "all-growth", title: "all processes, growth", unit: "MB" },
      { offprint: [grownBy(({ allBytes }) => allBytes)] },
    ),
    figureOf(
      { id: "live-growth", title: "what lives in the heaps, growth", unit: "MB" },
      { offprint: [grownBy(({ liveBytes }) => liveBytes)] },
    ),
  ];
};
