/** Why an article is in its cluster; `lead` for the one that leads. */
export type MemberReason =
  | { readonly rule: "lead" }
  /** Equal normalised text. */
  | { readonly rule: "exact"; readonly tokens: number }
  /** An editor put it there. */
  | { readonly rule: "editor" }
  /**
   * `copy`: most of the shorter text stands in the other. `summary`: it is the other's beginning, or stands in it under a
   * similar title. `address`: most of it stands in the other, at one address. `rewrite`: its figures do, in other words.
   * `reissue`: its source replaced one by the other.
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
