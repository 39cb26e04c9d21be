/** A page that is due. */
export type DuePage = {
  readonly articleId: string;
  readonly url: string;
  /** `false` when only the item changed where its page does not matter: the kept page serves. */
  readonly mustFetch: boolean;
};

/** A page to be fetched for an article, with what is needed to draft the article. */
export type PageJob = DuePage & {
  /** Of its article, within the source. */
  readonly key: string;
  readonly sourceId: string;
  readonly attempts: number;
  /** `Received` of the item as it was last polled, as JSON, with the page that is kept, if any. */
  readonly raw: string;
  readonly keptLines: readonly string[];
};

/** What became of an attempt that brought no page. */
export type PageFailure = {
  /** For people. */
  readonly reason: string;
  /** When to try again; `null` never, until the item changes. */
  readonly nextAt: number | null;
};
