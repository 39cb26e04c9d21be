import type { Meaning } from "./concepts.ts";
import { bitsOf, type MeaningBits } from "./meaning-bits.ts";

/** A kind of labels: the meanings that make it, and where it goes. */
export type LabelKind = {
  /** Recorded with every line that it takes out. */
  readonly rule: string;
  /** Each set needs a word of its own that has one of its meanings. */
  readonly needs: readonly MeaningBits[];
  /** Each word must have one of these meanings; `null` allows any. */
  readonly only: MeaningBits | null;
  /**
   * `any`: it goes wherever it stands. `alone`: between two paragraphs it goes only as a paragraph of its own. `edge`: it
   * goes only at an edge of the text or beside other labels.
   */
  readonly place: "any" | "alone" | "edge";
  /** The headlines or links after it belong to it. */
  readonly hasFollowers: boolean;
  /** A headline, a name or keywords may follow in its line, after a separator. */
  readonly leads: boolean;
  /** It may hold a name ("Follow Harbour News on Google News"), or must ("More by Jana Brandt"). */
  readonly names: "may" | "must" | null;
  /** It is so long and distinct that some of its words may be unknown. */
  readonly isLong: boolean;
  /** It may be a sentence with a full stop ("Comments are closed."). */
  readonly isSaid: boolean;
  /** It is always a question ("Have you found an error?"). */
  readonly isAsked: boolean;
  /** It may be a question ("Did you like this story?"). A question of another kind is the article's. */
  readonly asks: boolean;
  /** It has hardly any syntax: one function word at most ("Jetzt kommentieren!"). */
  readonly isBare: boolean;
  /** Fewest words: two may be an adjective and its noun ("First comments"). Of the name, for a kind that must have one. */
  readonly least: number;
  /** Most words: "Already a member?" */
  readonly most: number;
};

/** Kinds that go only at an edge need little evidence, so that by default no word may mean anything else. */
function onlyOf(place: LabelPlace, needs: string, only: string | undefined): LabelKind["only"] {
  if (only !== undefined) return meanings(`${only} ${MEANINGLESS}`);
  const needed = needs.replaceAll("|", " ");
  return place === "edge" ? meanings(`${needed} you us all more ${MEANINGLESS}`) : null;
}

/** The meanings of words that carry none of their own, and of words on buttons. */
const MEANINGLESS = "glue button";

export type LabelPlace = LabelKind["place"];
type Extra = {
  readonly only?: string;
  readonly is?: string;
  readonly least?: number;
  readonly most?: number;
};

const meanings = (words: string): MeaningBits => bitsOf(words.split(" ") as Meaning[]);

export function kind(
  rule: string,
  place: LabelPlace,
  needs: string,
  { only, is = "", least = 1, most = Number.POSITIVE_INFINITY }: Extra = {},
): LabelKind {
  const all = needs.split(" + ").map((each) => meanings(each.replaceAll("|", " ")));
  return {
    rule,
    place,
    least,
    most,
    needs: all,
    only: onlyOf(place, needs, only),
    hasFollowers: is.includes("list"),
    leads: is.includes("lead"),
    names: is.includes("must name") ? "must" : is.includes("named") ? "may" : null,
    isLong: is.includes("long"),
    isSaid: /said|long/.test(is),
    isAsked: is.includes("asked"),
    // A single word of labels within a sentence belongs to the article.
    isBare: is.includes("bare") || (place === "edge" && all.length === 1 && !is.includes("asked")),
    asks: /asked|asks|long/.test(is),
  };
}
