import type { Meaning } from "./concepts.ts";

/** A kind of labels, as what they are put together from. */
export type LabelKind = {
  /** Recorded with every line that it takes out. */
  readonly rule: string;
  /** Each must be said by a word of its own; alternatives are separated by spaces. */
  readonly needs: readonly ReadonlySet<Meaning>[];
  /** No other meaning may occur, but for words without one. */
  readonly only: ReadonlySet<Meaning> | null;
  /**
   * `any`: what it says is a label wherever it stands. `alone`: between two paragraphs only as a paragraph of its
   * own. `edge`: only at an edge of the text or beside other labels.
   */
  readonly place: "any" | "alone" | "edge";
  /** The headlines or links after it belong to it. */
  readonly hasFollowers: boolean;
  /** A headline, a name or keywords may follow in its line, after a separator. */
  readonly leads: boolean;
  /** It may hold a name ("Follow Harbour News on Google News"). */
  readonly names: boolean;
  /** It says so much of itself that some of its words may be any. */
  readonly isLong: boolean;
  /** It is also said in a sentence with a full stop ("Comments are closed."). */
  readonly isSaid: boolean;
  /** Fewest words: two may be an adjective and its noun ("First comments"). */
  readonly least: number;
};

/** At an edge one word is enough, so that no other may say anything else. */
function onlyOf(place: Place, needs: string, only: string | undefined): LabelKind["only"] {
  if (only !== undefined) return meanings(only);
  return place === "edge" ? meanings(`${needs.replaceAll("|", " ")} you us all more`) : null;
}

type Place = LabelKind["place"];
type Extra = { readonly only?: string; readonly is?: string; readonly least?: number };

const meanings = (words: string): ReadonlySet<Meaning> => new Set(words.split(" ") as Meaning[]);

function kind(
  rule: string,
  place: Place,
  needs: string,
  { only, is = "", least = 1 }: Extra = {},
): LabelKind {
  return {
    ...{ rule, place, least },
    needs: needs.split(" + ").map((each) => meanings(each.replaceAll("|", " "))),
    only: onlyOf(place, needs, only),
    hasFollowers: is.includes("list"),
    leads: is.includes("lead"),
    names: is.includes("named"),
    isLong: is.includes("long"),
    isSaid: /said|long/.test(is),
  };
}

const KINDS: readonly LabelKind[] = [
  kind("share-label", "any", "share"),
  kind("share-label", "any", "share + article|network|link|friend", { is: "said" }),
  kind("share-list", "edge", "network", { only: "network number" }),
  kind("share-label", "any", "like + network|number|article", { is: "said" }),
  // "We like it here." is a sentence.
  kind("share-label", "any", "like + you|us"),
  kind("share-label", "any", "like + first", { is: "said", least: 3 }),
  kind("share-label", "alone", "like", { only: "like share number network show more none" }),

  kind("newsletter", "any", "unsubscribe + newsletter|email|article|click|us|all", { is: "said" }),
  kind("newsletter", "alone", "unsubscribe + unsubscribe|subscribe|channel"),
  kind("newsletter", "edge", "unsubscribe"),
  kind("newsletter", "any", "email|newsletter + subscribe|unsubscribe|login + you", { is: "long" }),
  kind("newsletter", "alone", "newsletter|none + unsubscribe|none + all|none", { is: "said" }),
  kind("newsletter", "alone", "settings + accept|show|save|email|newsletter|subscribe|you"),
  kind("newsletter", "alone", "email + you|write", {
    only: "email you us write field subscribe read accept",
  }),
  kind(
    "newsletter",
    "any",
    "newsletter + subscribe|follow|read|write|notify|login|send|show|us|you|email|unsubscribe|click|accept|all",
    { is: "named said" },
  ),
  kind(
    "newsletter",
    "any",
    "subscribe + email|channel|us|article|network|member|all|comment|notify|login|newsletter|tag|accept|more",
    { is: "said" },
  ),
  kind("newsletter", "any", "browser + show|read|email|newsletter|article|click", { is: "said" }),
  kind("newsletter", "alone", "notify + email|article|comment|latest|more|accept|newsletter", {
    is: "said",
  }),
  kind("newsletter", "alone", "subscribe", { only: "subscribe you us", is: "named" }),
  kind("newsletter", "edge", "newsletter|subscribe"),

  kind("follow-us", "any", "follow + network|social|channel|author", { is: "named said" }),
  kind("follow-us", "any", "follow + us", { only: "follow us network social you all" }),
  kind("follow-us", "any", "channel + follow|subscribe|us|play|network", { is: "named said" }),
  kind("follow-us", "alone", "network + us|follow|channel|back|more"),
  kind("follow-us", "edge", "follow|social|channel"),

  kind(
    "comment-prompt",
    "alone",
    "comment + write|reply|show|closed|login|number|latest|all|cancel|send|follow|you|more|publish|notify|opinion|save|subscribe|prev|next|member|read|like|back|us|support|accept",
    { is: "named said" },
  ),
  kind("comment-prompt", "alone", "comment + first", { is: "said", least: 3 }),
  kind("comment-prompt", "alone", "comment + login|member + write|comment|you", {
    is: "named long",
  }),
  kind("comment-prompt", "alone", "comment + comment|article|author|menu|link|network|error"),
  kind("comment-prompt", "alone", "reply + write|cancel|number|show|you|login|more|click|all"),
  kind("comment-prompt", "alone", "reply + write|cancel|login|click", { is: "said" }),
  kind("comment-prompt", "alone", "comment + none + none", { is: "said" }),
  kind("comment-prompt", "edge", "comment|reply + none", { only: "comment reply none" }),
  kind("comment-prompt", "alone", "click + cancel", { is: "said" }),
  kind("comment-prompt", "alone", "email + publish + none|you", { is: "long" }),
  kind("comment-prompt", "alone", "field + field", { is: "long" }),
  kind("comment-prompt", "alone", "save + field + browser|next|email", { is: "long" }),
  kind("comment-prompt", "alone", "opinion + you|write|us|show|comment"),
  kind("comment-prompt", "alone", "member + write|opinion|first"),
  kind("comment-prompt", "edge", "comment|reply|opinion|cancel|field"),

  kind(
    "login-prompt",
    "alone",
    "login + read|comment|member|none|you|number|show|reply|all|write",
    {
      is: "said",
    },
  ),
  kind(
    "login-prompt",
    "alone",
    "member + article|comment|reply|newsletter + write|support|subscribe|login|read",
    {
      is: "named said",
    },
  ),
  kind("login-prompt", "alone", "member + article|full + read|login|show|all", {
    is: "named said",
  }),
  kind("login-prompt", "alone", "member + subscribe|login|first|you|support", { is: "named" }),
  kind("login-prompt", "edge", "login|member"),

  kind("script-notice", "alone", "cookie + accept|show|all|us|read|none|more", { is: "said" }),
  kind("script-notice", "alone", "cookie|external + accept + us|you|article|browser", {
    is: "long",
  }),
  kind("script-notice", "alone", "external + article|show|accept|link|network"),
  kind("script-notice", "alone", "external + external|show|accept + article|network", {
    is: "named long",
  }),
  kind("script-notice", "alone", "accept + all|external|article|none|latest|cookie|network"),
  kind("script-notice", "edge", "accept|cookie"),

  kind("read-more", "any", "read + more|full", {
    only: "read more full article here also next you us about network link show",
  }),
  kind(
    "read-also",
    "any",
    "related + article|read|tag|channel|email|newsletter|link|you|also|more|author",
    { is: "list lead" },
  ),
  kind("read-also", "any", "popular|latest + article|comment|newsletter", {
    is: "list lead",
  }),
  kind("read-also", "any", "popular + read|popular", {
    only: "popular read also all latest first",
    is: "list lead",
  }),
  kind("read-also", "any", "more|also|all + article|author|read", { is: "list lead" }),
  kind("read-also", "any", "more|also + popular", { is: "list lead" }),
  kind("read-also", "any", "read + article|also", { is: "list lead" }),
  kind("read-also", "edge", "related|popular|latest|also", { is: "list lead" }),
  kind("read-more", "edge", "more|read"),

  kind(
    "author-note",
    "alone",
    "author + about|all|more|article|follow|show|network|email|link|you|also|us",
    { is: "named lead" },
  ),
  kind("author-note", "alone", "article + all|more + show|all|more|about", { is: "named" }),
  kind("author-note", "alone", "author + same|profile|send|tag", {
    only: "author same profile send tag you us read",
  }),
  kind("author-note", "alone", "article + all", {
    is: "named",
    only: "article all author show read",
  }),
  kind("author-note", "edge", "author|profile"),
  kind("author-note", "edge", "publish", { only: "publish author same" }),

  kind("tool-label", "alone", "prev|next + article|comment|read|tag", { is: "lead" }),
  kind("tool-label", "alone", "prev + next"),
  kind("tool-label", "edge", "prev|next", { is: "lead" }),
  kind("tool-label", "alone", "back + top|article|menu|all|link|prev|next|contents"),
  kind("tool-label", "alone", "menu + article|show|top|all|contents|read"),
  kind("tool-label", "edge", "back|top|menu"),

  kind(
    "tool-label",
    "alone",
    "print|send|save|click|play|report + article|link|email|window|view|friend|network|comment|show|click|error|menu|contents|read",
  ),
  kind("tool-label", "alone", "click + print|send|save|share|play|show", { is: "long" }),
  kind(
    "tool-label",
    "alone",
    "show + article|link|window|menu|contents|all|more|full|author|tag|network",
  ),
  kind("tool-label", "alone", "link + article|email|window|save|show"),
  kind("tool-label", "alone", "email + article|link|friend|network"),
  kind("tool-label", "alone", "helpful + article|you", {
    only: "helpful article you us show write first number",
  }),
  kind("tool-label", "alone", "error + article|report|you"),
  kind("tool-label", "alone", "contents + contents|article|show|top"),
  kind(
    "tool-label",
    "edge",
    "print|send|save|show|click|play|report|link|email|contents|browser|view|helpful|window",
  ),

  kind("page-notice", "alone", "tag + article|all|show|more|number|read|tag", {
    is: "lead list",
  }),
  kind("page-notice", "edge", "tag", { is: "lead" }),
  kind("advert-label", "any", "advert", {
    only: "advert article read show view more number us you",
  }),
  kind("advert-label", "any", "advert + article|read|show", { is: "said" }),
  kind("self-promotion", "alone", "support + us|article|member|author"),
  kind("self-promotion", "edge", "support"),
];

const RANK: Readonly<Record<Place, number>> = { any: 0, alone: 1, edge: 2 };

/** The first that fits says what a line is: what goes anywhere comes before what only goes at an edge. */
export const LABEL_KINDS: readonly LabelKind[] = KINDS.toSorted(
  (a, b) => RANK[a.place] - RANK[b.place],
);

export const isLooser = (a: Place, b: Place): boolean => RANK[a] < RANK[b];
