import type { Meaning } from "./concepts.ts";
import { bitsOf, type MeaningBits } from "./meaning-bits.ts";

/** A kind of labels, as what they are put together from. */
export type LabelKind = {
  /** Recorded with every line that it takes out. */
  readonly rule: string;
  /** Each must be said by a word of its own; alternatives are separated by spaces. */
  readonly needs: readonly MeaningBits[];
  /** No other meaning may occur, but for words without one. */
  readonly only: MeaningBits | null;
  /**
   * `any`: what it says is a label wherever it stands. `alone`: between two paragraphs only as a paragraph of its
   * own. `edge`: only at an edge of the text or beside other labels.
   */
  readonly place: "any" | "alone" | "edge";
  /** The headlines or links after it belong to it. */
  readonly hasFollowers: boolean;
  /** A headline, a name or keywords may follow in its line, after a separator. */
  readonly leads: boolean;
  /** It may hold a name ("Follow Harbour News on Google News"), or must ("More by Jana Brandt"). */
  readonly names: "may" | "must" | null;
  /** It says so much of itself that some of its words may be any. */
  readonly isLong: boolean;
  /** It is also said in a sentence with a full stop ("Comments are closed."). */
  readonly isSaid: boolean;
  /** It is only asked ("Have you found an error?"). */
  readonly isAsked: boolean;
  /** It is also asked ("Did you like this story?"): any other question is the article's. */
  readonly asks: boolean;
  /** It has hardly any syntax: one function word at most ("Jetzt kommentieren!"). */
  readonly isBare: boolean;
  /** Fewest words, of its name where it must have one: two may be an adjective and its noun ("First comments"). */
  readonly least: number;
  /** Most words: "Already a member?" */
  readonly most: number;
};

/** At an edge one word is enough, so that no other may say anything else. */
function onlyOf(place: LabelPlace, needs: string, only: string | undefined): LabelKind["only"] {
  if (only !== undefined) return meanings(`${only} ${MEANINGLESS}`);
  const needed = needs.replaceAll("|", " ");
  return place === "edge" ? meanings(`${needed} you us all more ${MEANINGLESS}`) : null;
}

/** Words without a meaning of their own, and those of buttons. */
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
    // A single word of labels within syntax is a word of the article.
    isBare: is.includes("bare") || (place === "edge" && all.length === 1 && !is.includes("asked")),
    asks: /asked|asks|long/.test(is),
  };
}
