import { type Block, blocksOf, type Fingerprint } from "./fingerprint.ts";
import { type Judgement, judge, MIN_TOKENS } from "./judge.ts";
import { type Comparable, isSameText } from "./same-text.ts";

/** What the comparison of two articles looks at. */
export type Compared = Comparable & {
  /** Its canonical URL; `null` where that says nothing: none, or a home page. */
  readonly address: string | null;
  readonly fingerprint: Fingerprint;
};

/** Clusters in which a paragraph was seen, by its hash: no more of them than matter. */
export type BlockClusters = ReadonlyMap<number, ReadonlySet<string>>;

/** A paragraph that was seen in a cluster for the first time. */
export type BlockSighting = {
  readonly hash: number;
  readonly clusterId: string;
  readonly comparedAt: number;
};

export type Comparison = {
  /** Symmetric. */
  judge(a: Compared, b: Compared): Judgement;
  /** Remembers in which cluster an article's paragraphs stand. @returns whether cores changed by it. */
  see(article: Compared, clusterId: string): boolean;
  /** What was seen that was not known. */
  sightings(): readonly BlockSighting[];
};

/** A paragraph in this many clusters is boilerplate: the third text shows that it is no quotation. */
export const BOILERPLATE_CLUSTERS = 3;
/** Shorter ones hardly count, longer ones are articles: the longest "about us" has about 150 words. */
const MIN_BLOCK_TOKENS = 3;
const MAX_BLOCK_TOKENS = 150;
/** A line with more numbers is data, such as a company's results, whose words are always the same. */
const MAX_NUMBERS = 1 / 3;
/** A text is not split for ever: credits and prompts stand at its beginning and its end. */
const MAX_BLOCKS = 24;

/** Compares articles by their core: their text without the paragraphs that are known as boilerplate. */
export function startComparison(known: BlockClusters): Comparison {
  const seen = new Map([...known].map(([hash, clusters]) => [hash, new Set(clusters)]));
  const sightings: BlockSighting[] = [];
  let cores = new WeakMap<Fingerprint, Uint32Array>();

  const isBoilerplate = (hash: number): boolean =>
    (seen.get(hash)?.size ?? 0) >= BOILERPLATE_CLUSTERS;
  const coreOf = (fingerprint: Fingerprint): Uint32Array => {
    const core = cores.get(fingerprint) ?? withoutBlocks(fingerprint, isBoilerplate);
    cores.set(fingerprint, core);
    return core;
  };
  const subject = ({ fingerprint, ...article }: Compared) => ({
    ...article,
    tokens: coreOf(fingerprint),
  });

  return {
    judge(a, b) {
      if (isSameText(a, b)) {
        return { verdict: "same", reason: { rule: "exact", tokens: a.tokenCount }, similarity: 1 };
      }
      return isUnread(a) || isUnread(b) ? NOTHING_SAID : judge(subject(a), subject(b));
    },
    see({ fingerprint, comparedAt }, clusterId) {
      const before = cores;
      for (const hash of countedBlocks(fingerprint)) {
        const clusters = seen.get(hash) ?? new Set();
        if (clusters.size >= BOILERPLATE_CLUSTERS || clusters.has(clusterId)) continue;
        seen.set(hash, clusters.add(clusterId));
        sightings.push({ hash, clusterId, comparedAt });
        if (isBoilerplate(hash)) cores = new WeakMap();
      }
      return cores !== before;
    },
    sightings: () => sightings,
  };
}

/** Stored before there were fingerprints: nothing can be said but whether it is equal. */
const isUnread = ({ fingerprint, tokenCount }: Compared): boolean =>
  fingerprint.tokens.length === 0 && tokenCount > 0;

const NOTHING_SAID: Judgement = {
  verdict: "unproven",
  shared: { tokens: 0, coverage: 0, run: 0 },
};

/** The hashes of the paragraphs that may turn out to be boilerplate: the first and the last ones. */
export function countedBlocks(fingerprint: Fingerprint): readonly number[] {
  const hashes = blocksOf(fingerprint)
    .filter((block) => mayRepeat(fingerprint.tokens, block))
    .map(({ hash }) => hash);
  const distinct = [...new Set(hashes)];
  return distinct.length <= MAX_BLOCKS
    ? distinct
    : [...distinct.slice(0, MAX_BLOCKS / 2), ...distinct.slice(-MAX_BLOCKS / 2)];
}

function mayRepeat(tokens: Uint32Array, { start, end }: Block): boolean {
  const length = end - start;
  if (length < MIN_BLOCK_TOKENS || length > MAX_BLOCK_TOKENS) return false;
  let numbers = 0;
  for (let index = start; index < end; index += 1) numbers += (tokens[index] ?? 0) & 1;
  return numbers < MAX_NUMBERS * length;
}

/** The whole text where hardly anything is left: all of it was published thrice. */
function withoutBlocks(
  fingerprint: Fingerprint,
  isBoilerplate: (hash: number) => boolean,
): Uint32Array {
  const { tokens } = fingerprint;
  const counted = new Set(countedBlocks(fingerprint).filter(isBoilerplate));
  if (counted.size === 0) return tokens;
  const kept = blocksOf(fingerprint).filter(({ hash }) => !counted.has(hash));
  const core = kept.flatMap(({ start, end }) => [...tokens.subarray(start, end)]);
  return core.length < MIN_TOKENS ? tokens : Uint32Array.from(core);
}
