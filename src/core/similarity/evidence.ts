import { tokens } from "../text/tokens.ts";
import { align } from "./align.ts";
import { measure } from "./measure.ts";
import { tokenHash } from "./token-hash.ts";

/** What two texts have in common, for a person to judge: in the words of the texts themselves. */
export type Evidence = {
  /** Tokens of the shorter text. */
  readonly tokens: number;
  readonly matched: number;
  /** The part of the shorter text that is matched, 0 to 1. */
  readonly coverage: number;
  /** Tokens of the longest matched run, and of a run on average. */
  readonly longestRun: number;
  readonly meanRun: number;
  /** Numbers that stand at the same place of both texts: equal ones, and ones that differ. */
  readonly equalNumbers: number;
  readonly changedNumbers: number;
  readonly parts: readonly EvidencePart[];
  /** How many further parts are not shown. */
  readonly partsLeftOut: number;
};

/** A stretch of both texts, abridged: equal, or what each has instead of the other. */
export type EvidencePart =
  | { readonly kind: "equal"; readonly words: number; readonly text: string }
  | { readonly kind: "different"; readonly lead: string; readonly member: string };

/** The same bound as that of fingerprints. */
const MAX_TOKENS = 10_000;
/** Fill a screen or two. */
const MAX_PARTS = 60;
/** Longer stretches are shown by their beginning and their end. */
const MAX_WORDS = { equal: 16, different: 60 };

/**
 * Lays a member's text beside its lead's. Both are compared whole; judge.ts leaves out boilerplate paragraphs, so its
 * figures may be a little lower or higher.
 */
export function evidenceOf(lead: string, member: string): Evidence {
  const [left, right] = [read(lead), read(member)];
  const isLeadShorter = left.hashes.length <= right.hashes.length;
  const [a, b] = isLeadShorter ? [left.hashes, right.hashes] : [right.hashes, left.hashes];
  const runs = align(a, b);
  const parts = partsOf(
    [left, right],
    runs.map((run) => ({
      lead: isLeadShorter ? run.a : run.b,
      member: isLeadShorter ? run.b : run.a,
      length: run.length,
    })),
  );
  const measures = measure(a, b);
  return {
    tokens: measures.tokens,
    matched: measures.matched,
    coverage: measures.coverage,
    longestRun: Math.max(0, ...runs.map(({ length }) => length)),
    meanRun: measures.run,
    equalNumbers: measures.equalNumbers,
    changedNumbers: measures.changedNumbers,
    parts: parts.slice(0, MAX_PARTS),
    partsLeftOut: Math.max(0, parts.length - MAX_PARTS),
  };
}

/** A word as printed, and the position of its first token. */
type Word = { readonly text: string; readonly start: number };
type EvidenceText = { readonly words: readonly Word[]; readonly hashes: Uint32Array };

/** A zero-width no-break space counts as white space, and parts no tokens. */
const SPACE = /[^\S\ufeff]+/u;

function read(text: string): EvidenceText {
  const words: Word[] = [];
  const hashes: number[] = [];
  for (const word of text.split(SPACE)) {
    if (word === "") continue;
    const own = tokens(word);
    // A dash stays with the word before it.
    words.push({ text: word, start: Math.max(0, hashes.length - Number(own.length === 0)) });
    for (const token of own) hashes.push(tokenHash(token));
    if (hashes.length >= MAX_TOKENS) break;
  }
  return { words, hashes: Uint32Array.from(hashes) };
}

type ComparedPair = { readonly lead: number; readonly member: number; readonly length: number };

function partsOf(
  [lead, member]: readonly [EvidenceText, EvidenceText],
  runs: readonly ComparedPair[],
): EvidencePart[] {
  const [fromLead, fromMember] = [startReading(lead), startReading(member)];
  const parts: EvidencePart[] = [];
  const differ = (untilLead: number, untilMember: number): void => {
    const part = { lead: abridge(fromLead(untilLead)), member: abridge(fromMember(untilMember)) };
    if (part.lead !== part.member) parts.push({ kind: "different", ...part });
  };
  for (const run of runs) {
    differ(run.lead, run.member);
    const equal = fromLead(run.lead + run.length);
    fromMember(run.member + run.length);
    const text = abridge(equal, MAX_WORDS.equal);
    if (equal.length > 0) parts.push({ kind: "equal", words: equal.length, text });
  }
  differ(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  return parts;
}

/** Gives the words up to a token, each word once. */
function startReading({ words }: EvidenceText): (until: number) => readonly Word[] {
  let next = 0;
  return (until) => {
    const from = next;
    while ((words[next]?.start ?? Number.POSITIVE_INFINITY) < until) next += 1;
    return words.slice(from, next);
  };
}

function abridge(words: readonly Word[], most = MAX_WORDS.different): string {
  const texts = words.map(({ text }) => text);
  if (texts.length <= most) return texts.join(" ");
  return [...texts.slice(0, most / 2), "…", ...texts.slice(-most / 2)].join(" ");
}
