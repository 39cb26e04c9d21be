/** Why an article is in its cluster; `lead` for the one that leads. */
export type MemberReason =
  | { readonly rule: "lead" }
  /** Equal normalised text. */
  | { readonly rule: "exact"; readonly tokens: number }
  /** An editor put it there. */
  | { readonly rule: "editor" }
  /**
   * Most of the shorter text stands in the other; the beginning of it; most of it, under one address; its figures, in
   * other words; or its source replaced the one by the other.
   */
  | ({ readonly rule: "copy" | "summary" | "address" | "rewrite" | "reissue" } & SharedText);

/** What two articles have in common, the longer compared with the shorter. */
export type SharedText = {
  /** Tokens that stand in both, in one order. */
  readonly tokens: number;
  /** The part of the shorter text that they are, 0 to 1. */
  readonly coverage: number;
  /** How many of them follow each other on average. */
  readonly run: number;
};
