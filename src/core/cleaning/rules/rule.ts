import type { RuleLanguage } from "./vocabulary.ts";

/** A class of blocks that are not the article, as data: see phrase.ts for how a phrase is written. */
export type Rule = {
  /** Recorded with every block that it takes out, and shown to people. */
  readonly id: string;
  /**
   * How much of a line a phrase must account for. `whole`: all of it, but for `…`. `label`: all of
   * it, or it stands before a separator, or the line is a link ("Read also: …").
   */
  readonly match: "whole" | "label";
  /** Even its open phrases match nothing but labels: the brake does not count them. */
  readonly isCertain?: boolean;
  /** It goes only before the first or after the last paragraph, or beside a removed line. */
  readonly isWeak?: boolean;
  /**
   * For a weak rule: a label of at least this many words, without a gap, also goes as a paragraph of its own between two
   * others. A shorter one may be a heading there.
   */
  readonly leastAlone?: number;
  /** Labels never ask it: "Et la suite ?" is a question of the article. */
  readonly isNeverAsked?: boolean;
  /** Anything may follow or stand in its phrases, such as what a teaser tells; else only words of prompts (prompt-words.ts). */
  readonly endsFreely?: boolean;
  /** A name, a year or a sentence may follow, unlike the words of a sentence that goes on ("Tous droits réservés aux riverains"). */
  readonly endsAsName?: boolean;
  /** The headlines or links after a line that is nothing but the label belong to it. */
  readonly hasFollowers?: boolean;
  /** One phrase a line, by language; every language's phrases are tried on every text. */
  readonly phrases: Partial<Readonly<Record<RuleLanguage, string>>>;
  /** Lines that must be taken by this rule, and lines that must stay whatever rule looks at them. */
  readonly examples: { readonly removes: readonly string[]; readonly keeps: readonly string[] };
};
