import { areEqualTexts, type Judgement, judge } from "./judge.ts";
import type { Kinship, Subject } from "./pair.ts";

/** As `judge`. */
export type Judge = (one: Subject, other: Subject, kinship: Kinship) => Judgement;

/** Pairs that are kept, some hundred bytes each beside their texts: a poll of 1,000 new items compares fewer. */
const MOST = 20_000;

/**
 * `judge` that judges a pair once. A pair is told by all that its judgement depends on, so that the answers are those of
 * `judge`, also about articles that were loaded anew or changed meanwhile.
 */
export function rememberJudgements(): Judge {
  const known = new Map<string, JudgedPair>();
  return (one, other, kinship) => {
    const name = nameOf(one, other, kinship);
    const held = known.get(name);
    if (held && isTextOf(held.one, one) && isTextOf(held.other, other)) return held.judgement;
    if (known.size >= MOST) known.clear();
    const judgement = judge(one, other, kinship);
    known.set(name, { one: one.tokens, other: other.tokens, judgement });
    return judgement;
  };
}

type JudgedPair = {
  readonly one: Uint32Array;
  readonly other: Uint32Array;
  readonly judgement: Judgement;
};

/** All but the texts themselves. */
const nameOf = (one: Subject, other: Subject, kinship: Kinship): string =>
  JSON.stringify([kinship, ...partsOf(one), ...partsOf(other)]);

const partsOf = ({ title, address, comparedAt, tokens }: Subject): readonly unknown[] => [
  title.text,
  address,
  comparedAt,
  tokens.length,
];

const isTextOf = (tokens: Uint32Array, subject: Subject): boolean =>
  tokens === subject.tokens || areEqualTexts(tokens, subject.tokens);
