import { kind, type LabelKind, type LabelPlace } from "./label-kind.ts";
import { WIDGET_KINDS } from "./widget-kinds.ts";

const KINDS: readonly LabelKind[] = [
  kind("share-label", "any", "share"),
  kind("share-label", "any", "share + article|network|link|friend", { is: "said" }),
  kind("share-list", "edge", "network", { only: "network number" }),
  kind("share-label", "any", "like + network|number|article", { is: "said" }),
  // "We like it here." is a sentence.
  kind("share-label", "any", "like + you|us"),
  kind("share-label", "any", "like + first", { is: "said", least: 3 }),
  kind("share-label", "alone", "like", { only: "like share number network show more none" }),

  kind("newsletter", "any", "unsubscribe + newsletter|email|article|list|click|us|all", {
    is: "said",
  }),
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
    "subscribe + email|channel|us|article|network|member|all|comment|notify|login|newsletter|tag|accept|more|author|topic",
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
    { is: "said" },
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

  kind("script-notice", "alone", "cookie + accept|show|all|us|read|none|more|settings|choice", {
    is: "said",
  }),
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
    is: "bare",
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
  kind("read-also", "any", "more|also|all + article|author", { is: "list lead" }),
  kind("read-also", "any", "more|also|all + read", { is: "list lead bare" }),
  kind("read-also", "any", "more|also + popular", {
    only: "more also popular all read",
    is: "list lead",
  }),
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
  // What readers may do with an article.
  kind("share-label", "alone", "gift + article|link|subscribe"),
  kind("share-label", "alone", "share + choice"),
  kind("share-label", "any", "clipboard + save|share|link"),
  kind("follow-us", "alone", "follow + topic|tag"),
  kind("follow-us", "alone", "stay + touch|notify + us|you"),
  kind("follow-us", "edge", "stay + touch|notify"),
  kind("follow-us", "edge", "touch + us|you|write", { only: "touch us you write send" }),
  kind("follow-us", "alone", "episode + play|subscribe|network", { is: "list" }),
  kind("newsletter", "alone", "postal + email|us|you"),
  kind("newsletter", "alone", "settings + notify"),
  kind(
    "newsletter",
    "alone",
    "email|newsletter|notify + none + subscribe|more|you|notify|unsubscribe",
    {
      is: "asked",
    },
  ),
  kind("newsletter", "alone", "email|newsletter + you + send|share|subscribe", { is: "asked" }),
  kind("comment-prompt", "alone", "sort + best|latest|popular|first|all|comment|number|prev"),
  kind("comment-prompt", "alone", "rules + comment|channel", { is: "said" }),
  kind("comment-prompt", "alone", "letter + editor|member + write|send|read|show|all|us"),
  kind("author-note", "alone", "editor|author + write|send", {
    only: "author editor write send us you email report",
  }),
  kind("author-note", "alone", "more|all|latest + by", {
    only: "more all latest by author article read show",
    is: "must name",
    least: 2,
  }),
  kind("advert-label", "alone", "paid + article|advert"),
  kind("advert-label", "any", "scroll + advert"),
  kind("advert-label", "any", "scroll + read + read|more|article"),
  kind("advert-label", "any", "advert + end", { only: "advert end" }),
  kind("script-notice", "alone", "consent + accept|cancel|settings"),
  kind("script-notice", "alone", "choice + accept|save|settings"),
  kind("script-notice", "alone", "placeholder + external|network|click|show|article", {
    is: "long",
  }),
  kind("read-also", "alone", "more|all|latest + tag", { is: "list must name" }),
  kind("read-also", "any", "read + genre + also|us", { is: "list lead named" }),
  kind("read-also", "alone", "topic + more|read|also|same", { is: "list lead" }),
  kind("read-also", "edge", "topic", { only: "topic about this same", is: "list", least: 2 }),
  kind("read-also", "alone", "topic + this + about|inside", {
    only: "topic this about inside",
    is: "list lead",
  }),
  kind("login-prompt", "alone", "member + only + article|read|full", { is: "said" }),
  kind("self-promotion", "alone", "become + member|support", { is: "said" }),
  kind("self-promotion", "alone", "coffee + us|support|gift|write"),
  kind("tool-label", "alone", "error + find", { is: "asked" }),
  kind("tool-label", "alone", "error + find|article + report|write|notify|us", { is: "said" }),
  kind("tool-label", "alone", "inside + this + article|contents", {
    only: "article contents inside this show",
  }),
  kind("follow-us", "alone", "source + network + write|us|you", { is: "named" }),
  kind("follow-us", "alone", "channel + save|accept", { is: "named" }),
  kind("newsletter", "alone", "email + when + you|best|read|latest", { is: "said" }),
  kind("newsletter", "edge", "thanks + read|subscribe|support|login", { is: "said" }),
  kind("advert-label", "alone", "ask + advert", { is: "asked" }),
  kind("share-label", "any", "like + article", { is: "asked", only: "like article you this ask" }),
  kind("share-label", "edge", "like + you", { is: "asked", only: "like you ask", most: 4 }),
  kind("tool-label", "alone", "helpful + article|this", {
    is: "asked",
    only: "helpful article you this ask",
  }),
  kind("comment-prompt", "edge", "opinion + you", { is: "asked", only: "opinion you", most: 5 }),
  kind("comment-prompt", "edge", "opinion + you + this|article", { is: "asked" }),
  kind("comment-prompt", "edge", "comment|reply|opinion", {
    is: "asked",
    only: "comment reply opinion",
    most: 3,
  }),
  kind("login-prompt", "edge", "member|login|subscribe", {
    is: "asked",
    only: "member login subscribe you",
    most: 3,
  }),
  kind("read-also", "any", "related + network", { only: "related network by you article" }),
  kind("read-also", "alone", "others + read + also|ask|popular|when", { is: "list" }),
  kind("read-also", "edge", "others + read", { only: "others read also popular", is: "list" }),
  kind("read-also", "edge", "more + by|inside", { only: "more by inside also", is: "list named" }),
  kind("login-prompt", "alone", "login|subscribe + read", { is: "said" }),
  kind("login-prompt", "alone", "limit + article", { is: "said" }),
  kind("script-notice", "alone", "accept + network + show|article", { is: "said" }),
  kind("self-promotion", "alone", "support + press"),
  kind("tool-label", "alone", "print + share|save + share|save", { is: "long" }),
  kind("tool-label", "alone", "favourite + write|save|article"),
  kind("tool-label", "alone", "report + send|write", { only: "report send write editor us email" }),
  kind("tool-label", "alone", "back + contents|tag|article"),
  ...WIDGET_KINDS,
];

const RANK: Readonly<Record<LabelPlace, number>> = { any: 0, alone: 1, edge: 2 };

/** The first kind that fits decides. Kinds that go anywhere come before kinds that go only at an edge. */
export const LABEL_KINDS: readonly LabelKind[] = KINDS.toSorted(
  (a, b) => RANK[a.place] - RANK[b.place],
);

export const isLooser = (a: LabelPlace, b: LabelPlace): boolean => RANK[a] < RANK[b];
