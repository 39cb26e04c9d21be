import { type Figure, type FigureHead, figureOf } from "../figure.ts";

/** What one desk cost in one round. */
export type GrowthRound = {
  readonly articles: number;
  /** Of a command that lists one article. */
  readonly commandCpuMs: number;
  /** Of a pass that finds nothing new. It reads the whole database to check it, and compares some stored articles again. */
  readonly passWallMs: number;
  /** Beyond that pass, of one of 50 new items: the search for its duplicates, and what is the same for every size. */
  readonly newItemCpuMs: number;
  /** Of the largest process of that pass. */
  readonly peakBytes: number;
  readonly firstAnswerMs: number;
  /** Pss of all processes of the service. */
  readonly restBytes: number;
  /** Of the page of a feed, which is made of the database. */
  readonly pageMs: number;
};

const MB = 1_000_000;

type Definition = FigureHead & { readonly of: (round: GrowthRound) => number };

const DEFINITIONS: readonly Definition[] = [
  { id: "page", title: "page of a feed, wall", unit: "ms", of: ({ pageMs }) => pageMs },
  { id: "new-item", title: "a new item, CPU", unit: "ms", of: ({ newItemCpuMs }) => newItemCpuMs },
  {
    id: "first-answer",
    title: "start to the first feed, wall",
    unit: "ms",
    of: ({ firstAnswerMs }) => firstAnswerMs,
  },
  {
    id: "rest",
    title: "memory at rest, all processes",
    unit: "MB",
    of: ({ restBytes }) => restBytes / MB,
  },
  {
    id: "peak",
    title: "largest process, a poll",
    unit: "MB",
    of: ({ peakBytes }) => peakBytes / MB,
  },
  {
    id: "command",
    title: "start of a command, CPU",
    unit: "ms",
    of: ({ commandCpuMs }) => commandCpuMs,
  },
  {
    id: "pass",
    title: "a pass that finds nothing, wall",
    unit: "ms",
    of: ({ passWallMs }) => passWallMs,
  },
];

/**
 * Each desk against the smallest, for each measure: the largest has the plain name, those between carry their number.
 *
 * @param rounds of each, its desks from the smallest to the largest.
 */
export function growthFigures(rounds: readonly (readonly GrowthRound[])[]): readonly Figure[] {
  const sizes = rounds[0]?.map(({ articles }) => articles) ?? [];
  const [least = 0, ...larger] = sizes;
  return DEFINITIONS.flatMap(({ of, id, title, unit }) =>
    larger.map((articles, index) => {
      const isLargest = index === larger.length - 1;
      const head = {
        id: isLargest ? id : `${id}-${articles}`,
        title: `${title}, ${thousands(articles)} articles beside ${thousands(least)}`,
        unit,
      };
      const valuesAt = (size: number): number[] =>
        rounds.flatMap((desks) => desks.filter((desk) => desk.articles === size).map(of));
      return figureOf(head, {
        offprint: valuesAt(articles),
        smallest: valuesAt(least),
      });
    }),
  );
}

const thousands = (count: number): string => count.toLocaleString("en");
