import { labelPlaces } from "./cleanup/common-lines.ts";
import type { Outline } from "./cleanup/repeated.ts";
import { hasTrait, TRAITS } from "./cleanup/traits.ts";

/** A line that a source has where labels stand. */
export type LineSighting = {
  readonly hash: string;
  readonly sourceId: string;
  /** Two of the stories that carry it, by the hash of their longest sentence. */
  readonly stories: readonly string[];
  readonly firstAt: number;
  readonly seenAt: number;
};

/** A line that goes in articles of every source. */
export type CommonLine = {
  readonly hash: string;
  /** When it is forgotten unless it is seen again. */
  readonly until: number;
};

export type LearntLines = {
  readonly sightings: readonly LineSighting[];
  /** Those of the sighted lines that are common now. */
  readonly common: readonly CommonLine[];
};

const DAY = 86_400_000;
/** A sighting counts half as much after so long. */
const HALF_LIFE = 30 * DAY;
/** Weight from which on a line is common: four sources that have it these weeks. */
const LEAST = 3.2;
/** Weight below which it is common no more. */
const LEAST_LATER = 1.6;
/** A campaign, or a running story that many papers label alike, is over sooner. */
const LEAST_AGE = 3 * DAY;
/** Stories that a source must have a line in, none of which another source has. */
const STORIES = 2;
/** More sources than these prove no more, and are not noted. */
const MAX_SOURCES = 12;
/** Most lines of an article that are looked at. */
const MAX_PLACES = 12;

/** The lines of an outline that may be common, by hash. */
export const hashesToSight = (outline: Outline): readonly string[] =>
  labelPlaces(outline)
    .slice(-MAX_PLACES)
    .flatMap((index) => outline[index]?.hash ?? []);

/**
 * What new articles of a source show of the lines that papers in general put around their articles. A source vouches for
 * a line that stands in STORIES stories of its own: copies of one agency text in many papers count once. A line is
 * common when enough sources vouch for it, each sighting weighing less with the time, over LEAST_AGE at least. Pure.
 */
export function learnCommon(
  known: readonly LineSighting[],
  fresh: readonly Outline[],
  { sourceId, now }: { readonly sourceId: string; readonly now: number },
): LearntLines {
  const seen = new Map<string, Set<string>>();
  for (const outline of fresh) {
    const story = storyOf(outline);
    if (story === null) continue;
    for (const hash of hashesToSight(outline)) {
      seen.set(hash, (seen.get(hash) ?? new Set()).add(story));
    }
  }
  const byHash = Map.groupBy(known, ({ hash }) => hash);
  const learnt = [...seen].map(([hash, stories]) => {
    const others = (byHash.get(hash) ?? []).filter((each) => each.sourceId !== sourceId);
    const before = byHash.get(hash)?.find((each) => each.sourceId === sourceId);
    const own = sighted({ hash, sourceId, stories: [...stories] }, before, now);
    return { own, isNoted: before !== undefined || others.length < MAX_SOURCES, others };
  });
  return {
    sightings: learnt.flatMap(({ own, isNoted }) => (isNoted ? [own] : [])),
    common: learnt.flatMap(({ own, others }) => commonLine([...others, own], now) ?? []),
  };
}

/** `null` for a text without a sentence. */
function storyOf(outline: Outline): string | null {
  const sentences = outline.filter((line) => hasTrait(line, TRAITS.sentence));
  if (sentences.length === 0) return null;
  return sentences.reduce((a, b) => (b.words > a.words ? b : a)).hash;
}

function sighted(
  { stories, ...line }: Pick<LineSighting, "hash" | "sourceId" | "stories">,
  before: LineSighting | undefined,
  now: number,
): LineSighting {
  const all = [...new Set([...(before?.stories ?? []), ...stories])].slice(-STORIES);
  return { ...line, stories: all, firstAt: before?.firstAt ?? now, seenAt: now };
}

function commonLine(sightings: readonly LineSighting[], now: number): CommonLine | null {
  const vouching = vouchers(sightings);
  const weight = vouching.reduce((sum, { seenAt }) => sum + 0.5 ** ((now - seenAt) / HALF_LIFE), 0);
  const firstAt = Math.min(...vouching.map((each) => each.firstAt));
  const own = sightings.at(-1);
  if (own === undefined || weight < LEAST || now - firstAt < LEAST_AGE) return null;
  return { hash: own.hash, until: Math.round(now + HALF_LIFE * Math.log2(weight / LEAST_LATER)) };
}

/** The sources with enough stories of their own: those that several have are one agency's. */
function vouchers(sightings: readonly LineSighting[]): readonly LineSighting[] {
  const carriers = new Map<string, number>();
  for (const story of sightings.flatMap(({ stories }) => stories)) {
    carriers.set(story, (carriers.get(story) ?? 0) + 1);
  }
  return sightings.filter(
    ({ stories }) => stories.filter((story) => carriers.get(story) === 1).length >= STORIES,
  );
}
