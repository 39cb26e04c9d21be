import { onceEach } from "../once-each.ts";
import { blocksOf, type Fingerprint, type RepeatableBlock } from "./fingerprint.ts";
import { type Judgement, MIN_TOKENS } from "./judge.ts";
import {
  isOwnSource,
  isRetitled,
  otherStory,
  type Relationship,
  STRANGERS,
  type ToldStory,
} from "./other-story.ts";
import type { OwnBlocks } from "./own-blocks.ts";
import type { Kinship } from "./pair.ts";
import { type Judge, rememberJudgements } from "./remember-judgements.ts";
import { type Comparable, isSameText } from "./same-text.ts";
import { createTitleReader, type Title } from "./title.ts";

/** What the comparison of two articles looks at. */
export type Compared = Omit<ComparedText, "title"> & { readonly title: string };

/** An article with its title split into tokens. */
type ComparedText = Comparable & ToldStory & { readonly fingerprint: Fingerprint };

/** Clusters in which a paragraph was seen, by its hash; no more of them than it takes to tell boilerplate. */
export type BlockClusters = ReadonlyMap<number, ReadonlySet<string>>;

/** A paragraph that was seen in a cluster for the first time. */
export type BlockSighting = {
  readonly hash: number;
  readonly clusterId: string;
  readonly comparedAt: number;
};

export type Comparison = {
  /** Symmetric. */
  judge(a: Compared, b: Compared, relationship?: Relationship): Judgement;
  /** Remembers in which cluster an article's paragraphs stand. @returns whether cores changed by it. */
  see(article: Compared, clusterId: string): boolean;
  /** Sightings that were not known before. */
  sightings(): readonly BlockSighting[];
  /** What the source that is polled or compared repeats; `null` where that is no single source. */
  readonly own: OwnBlocks | null;
};

/** A paragraph in this many clusters is boilerplate: the third text shows that it is no quotation. */
const BOILERPLATE_CLUSTERS = 3;
/** Shorter ones hardly count, longer ones are articles: the longest "about us" has about 150 words. */
const MIN_BLOCK_TOKENS = 3;
const MAX_BLOCK_TOKENS = 150;
/** A line with more numbers is data, such as a company's results, whose words are always the same. */
const MAX_NUMBERS = 1 / 3;
/** Of longer texts the first and the last paragraphs are counted, half each: credits and prompts stand there. */
const MAX_BLOCKS = 24;
/** An article of which less than this part is its own, 0 to 1, is compared with what its source repeats. */
const OWN_SHARE = 0.1;

/**
 * Compares articles by their core: the text without boilerplate paragraphs and, between two articles of one source, without
 * the paragraphs that this source repeats.
 *
 * @param judge what judged the same articles before, where it did.
 */
export function startComparison(
  known: BlockClusters,
  own: OwnBlocks | null = null,
  judge: Judge = rememberJudgements(),
): Comparison {
  const seen = new Map([...known].map(([hash, clusters]) => [hash, new Set(clusters)]));
  const sightings: BlockSighting[] = [];
  const isBoilerplate = (hash: number): boolean =>
    (seen.get(hash)?.size ?? 0) >= BOILERPLATE_CLUSTERS;
  let cores = startCores(isBoilerplate, own);
  const readTitle = createTitleReader();
  const read = (article: Compared): ComparedText => withTitle(article, readTitle(article.title));
  return {
    judge(one, two, relationship = STRANGERS) {
      const [a, b] = [read(one), read(two)];
      const other = otherStory(a, b, relationship);
      if (other !== null) return { verdict: "different", rule: other };
      if (isSameText(a, b)) {
        return { verdict: "same", reason: { rule: "exact", tokens: a.tokenCount }, similarity: 1 };
      }
      if (isUnread(a) || isUnread(b)) return NOTHING_SAID;
      return judgeCores(a, b, { cores, own, judge, kinship: kinshipOf(a, b, relationship) });
    },
    see({ fingerprint, comparedAt }, clusterId) {
      const before = cores;
      for (const hash of countedBlocks(fingerprint)) {
        const clusters = seen.get(hash) ?? new Set();
        if (clusters.size >= BOILERPLATE_CLUSTERS || clusters.has(clusterId)) continue;
        seen.set(hash, clusters.add(clusterId));
        sightings.push({ hash, clusterId, comparedAt });
        if (isBoilerplate(hash)) cores = startCores(isBoilerplate, own);
      }
      return cores !== before;
    },
    sightings: () => sightings,
    own,
  };
}

function withTitle(article: Compared, title: Title): ComparedText {
  const { sourceId, address, attachments, textHash, tokenCount, comparedAt, fingerprint } = article;
  return { sourceId, title, address, attachments, textHash, tokenCount, comparedAt, fingerprint };
}

type Cores = {
  readonly general: (fingerprint: Fingerprint) => Uint32Array;
  /** Without what its source repeats; `null` where hardly anything is left. */
  readonly own: (fingerprint: Fingerprint) => Uint32Array | null;
};

const startCores = (isBoilerplate: (hash: number) => boolean, own: OwnBlocks | null): Cores => ({
  general: onceEach((fingerprint) => withoutBlocks(fingerprint, isBoilerplate)),
  own: onceEach((fingerprint) =>
    ownPart(fingerprint, (hash) => isBoilerplate(hash) || own?.isRepeated(hash) === true),
  ),
});

type CoreContext = {
  readonly cores: Cores;
  readonly own: OwnBlocks | null;
  readonly judge: Judge;
  readonly kinship: Kinship;
};

function judgeCores(
  a: ComparedText,
  b: ComparedText,
  { cores, own, judge, kinship }: CoreContext,
): Judgement {
  if (kinship !== null && own?.sourceId === a.sourceId) {
    const [one, two] = [cores.own(a.fingerprint), cores.own(b.fingerprint)];
    if (one && two) return judge(subject(a, one), subject(b, two), kinship);
    // One of the texts is hardly more than what its source repeats: only its title is its own.
    if (kinship === "beside" && isRetitled(a, b)) return { verdict: "different", rule: "repeated" };
  }
  const { general } = cores;
  return judge(subject(a, general(a.fingerprint)), subject(b, general(b.fingerprint)), kinship);
}

const subject = ({ title, address, comparedAt }: ComparedText, tokens: Uint32Array) => ({
  title,
  address,
  comparedAt,
  tokens,
});

function kinshipOf(a: ComparedText, b: ComparedText, { isReplaced }: Relationship): Kinship {
  if (!isOwnSource(a, b)) return null;
  return isReplaced ? "replaced" : "beside";
}

/** Without a fingerprint (old articles) only equality can be told. */
const isUnread = ({ fingerprint, tokenCount }: ComparedText): boolean =>
  fingerprint.tokens.length === 0 && tokenCount > 0;

const NOTHING_SAID: Judgement = {
  verdict: "unproven",
  shared: { tokens: 0, coverage: 0, run: 0 },
  mayBeForm: false,
};

/** The hashes of the paragraphs that may turn out to be boilerplate: the first and the last ones. */
export const countedBlocks: (fingerprint: Fingerprint) => readonly number[] = onceEach(
  (fingerprint) => {
    const hashes = blocksOf(fingerprint)
      .filter((block) => mayRepeat(fingerprint.tokens, block))
      .map(({ hash }) => hash);
    const distinct = [...new Set(hashes)];
    return distinct.length <= MAX_BLOCKS
      ? distinct
      : [...distinct.slice(0, MAX_BLOCKS / 2), ...distinct.slice(-MAX_BLOCKS / 2)];
  },
);

function mayRepeat(tokens: Uint32Array, { start, end }: RepeatableBlock): boolean {
  const length = end - start;
  if (length < MIN_BLOCK_TOKENS || length > MAX_BLOCK_TOKENS) return false;
  let numbers = 0;
  for (let index = start; index < end; index += 1) numbers += (tokens[index] ?? 0) & 1;
  return numbers < MAX_NUMBERS * length;
}

/** The text without boilerplate, or the whole text when hardly anything is left: then all of it was published three times. */
function withoutBlocks(
  fingerprint: Fingerprint,
  isBoilerplate: (hash: number) => boolean,
): Uint32Array {
  const core = rest(fingerprint, isBoilerplate);
  return core.length < MIN_TOKENS ? fingerprint.tokens : core;
}

/** `null` where hardly anything is the article's own. */
function ownPart(
  fingerprint: Fingerprint,
  isRepeated: (hash: number) => boolean,
): Uint32Array | null {
  const part = rest(fingerprint, isRepeated);
  if (part === fingerprint.tokens) return part;
  return part.length < Math.max(MIN_TOKENS, OWN_SHARE * fingerprint.tokens.length) ? null : part;
}

/** The text without some of its counted paragraphs. */
function rest(fingerprint: Fingerprint, isLeftOut: (hash: number) => boolean): Uint32Array {
  const { tokens } = fingerprint;
  const counted = new Set(countedBlocks(fingerprint).filter(isLeftOut));
  if (counted.size === 0) return tokens;
  const left = new Uint32Array(tokens.length);
  let length = 0;
  for (const { start, end, hash } of blocksOf(fingerprint)) {
    if (counted.has(hash)) continue;
    left.set(tokens.subarray(start, end), length);
    length += Math.min(end, tokens.length) - start;
  }
  return left.slice(0, length);
}
