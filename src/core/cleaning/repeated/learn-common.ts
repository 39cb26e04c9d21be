import { labelPlaces } from "./common-lines.ts";
import type { Outline } from "./outline.ts";
import { hasTrait, TRAITS } from "./traits.ts";

/** A line that a source has where labels stand. */
export type LineSighting = {
  readonly hash: string;
  readonly sourceId: string;
  /** The house of the source (source-owner.ts), by its present address. */
  readonly owner: string;
  /** Two of the stories that carry it, by the hash of their longest sentence. */
  readonly stories: readonly string[];
  readonly firstAt: number;
  readonly seenAt: number;
};

/** A line that is removed from the articles of every source. */
export type CommonLine = {
  readonly hash: string;
  /** How many houses vouch for it. */
  readonly owners: number;
  /** When it is forgotten unless it is seen again. */
  readonly until: number;
};

export type LearntLines = {
  readonly sightings: readonly LineSighting[];
  /** The sighted lines that are common now. */
  readonly common: readonly CommonLine[];
};

const DAY = 86_400_000;
/** The weight of a sighting halves in this time. */
const HALF_LIFE = 30 * DAY;
/** A line is common from this weight on: four houses that had it in recent weeks. */
const LEAST = 3.2;
/** Below this weight a line is no longer common. */
const LEAST_LATER = 1.6;
/** Least time since the first sighting. A campaign, or a running story that many papers label alike, is over sooner. */
const LEAST_AGE = 3 * DAY;
/** A house must have a line in this many stories that no other house has. */
const STORIES = 2;
/** Most houses whose sightings of a line are stored; more prove nothing more. */
const MAX_OWNERS = 12;
/** Most sources of a house whose sightings of a line are stored: as many can have the stories. */
const MAX_OF_OWNER = STORIES;
/** Most lines of an article that are looked at, counted from its end. */
const MAX_PLACES = 12;

/** The lines of an outline that may be common, by hash. */
export const hashesToSight = (outline: Outline): readonly string[] =>
  labelPlaces(outline)
    .slice(-MAX_PLACES)
    .flatMap((index) => outline[index]?.hash ?? []);

/** The source whose articles are looked at. */
type Observer = Pick<LineSighting, "sourceId" | "owner"> & { readonly now: number };

/**
 * Learns from new articles of a source which lines papers in general put around their articles. A house vouches for a line
 * that stands in STORIES stories of its own, in any of its sources. So the sections of a paper count as one house, and
 * an agency's text that several houses carry counts for none. A line is common if the houses that vouch for it weigh
 * LEAST together, less with the age of their sightings, and the first sighting is LEAST_AGE old. Pure.
 */
export function learnCommon(
  known: readonly LineSighting[],
  fresh: readonly Outline[],
  observer: Observer,
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
    const [before, others] = splitBySource(byHash.get(hash) ?? [], observer.sourceId);
    const own = sighted({ hash, stories: [...stories] }, before, observer);
    return { own, others, isNoted: before !== undefined || hasRoom(others, observer) };
  });
  return {
    sightings: learnt.flatMap(({ own, isNoted }) => (isNoted ? [own] : [])),
    common: learnt.flatMap(({ own, others }) => commonLine([...others, own], observer.now) ?? []),
  };
}

const splitBySource = (
  sightings: readonly LineSighting[],
  sourceId: string,
): readonly [LineSighting | undefined, readonly LineSighting[]] => [
  sightings.find((each) => each.sourceId === sourceId),
  sightings.filter((each) => each.sourceId !== sourceId),
];

/** Whether the sighting of one more source is stored. */
function hasRoom(others: readonly LineSighting[], { owner }: Observer): boolean {
  const strange = others.filter((each) => each.owner !== owner);
  const owners = new Set(strange.map((each) => each.owner));
  return owners.size < MAX_OWNERS && others.length - strange.length < MAX_OF_OWNER;
}

/** Hash of the longest sentence; `null` for a text without a sentence. */
function storyOf(outline: Outline): string | null {
  const sentences = outline.filter((line) => hasTrait(line, TRAITS.sentence));
  if (sentences.length === 0) return null;
  return sentences.reduce((a, b) => (b.words > a.words ? b : a)).hash;
}

function sighted(
  { hash, stories }: Pick<LineSighting, "hash" | "stories">,
  before: LineSighting | undefined,
  { sourceId, owner, now }: Observer,
): LineSighting {
  const all = [...new Set([...(before?.stories ?? []), ...stories])].slice(-STORIES);
  return { hash, sourceId, owner, stories: all, firstAt: before?.firstAt ?? now, seenAt: now };
}

function commonLine(sightings: readonly LineSighting[], now: number): CommonLine | null {
  const vouching = vouchers(sightings);
  const weight = vouching.reduce((sum, { seenAt }) => sum + 0.5 ** ((now - seenAt) / HALF_LIFE), 0);
  const firstAt = Math.min(...vouching.map((each) => each.firstAt));
  const own = sightings.at(-1);
  if (own === undefined || weight < LEAST || now - firstAt < LEAST_AGE) return null;
  return {
    hash: own.hash,
    owners: vouching.length,
    until: Math.round(now + HALF_LIFE * Math.log2(weight / LEAST_LATER)),
  };
}

/** The sightings of a line by all sources of a house, as one. */
type Voucher = Pick<LineSighting, "firstAt" | "seenAt"> & { readonly stories: ReadonlySet<string> };

/** The houses with enough stories of their own; a story that several houses have is an agency's. */
function vouchers(sightings: readonly LineSighting[]): readonly Voucher[] {
  const houses = [...Map.groupBy(sightings, ({ owner }) => owner).values()].map(
    (own): Voucher => ({
      stories: new Set(own.flatMap(({ stories }) => stories)),
      firstAt: Math.min(...own.map(({ firstAt }) => firstAt)),
      seenAt: Math.max(...own.map(({ seenAt }) => seenAt)),
    }),
  );
  const carriers = new Map<string, number>();
  for (const story of houses.flatMap(({ stories }) => [...stories])) {
    carriers.set(story, (carriers.get(story) ?? 0) + 1);
  }
  return houses.filter(
    ({ stories }) => [...stories].filter((story) => carriers.get(story) === 1).length >= STORIES,
  );
}
