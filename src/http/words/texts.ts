/** Our own words on the pages. Functions take what changes; nothing here is foreign or markup. */
export type Texts = {
  readonly skip: string;
  readonly menu: string;
  readonly feeds: string;
  readonly news: string;
  readonly about: string;
  readonly timesIn: (timeZone: string) => string;
  readonly imprint: string;
  readonly privacy: string;
  readonly belongs: string;

  readonly frontHeading: (sources: number) => string;
  readonly changed: string;
  readonly noArticles: string;
  readonly noArticlesYet: string;
  readonly newest: string;
  readonly latest: string;
  /** `changed`, within a line. */
  readonly lastChanged: string;
  readonly articlesPerDay: (count: number) => string;
  readonly perDay: (count: number) => string;
  readonly articles: (count: number) => string;
  readonly subscribeHow: string;
  readonly subscribeWhat: string;
  readonly subscribeSteps: readonly string[];
  readonly forDesks: string;
  readonly opml: string;
  readonly opmlWhy: string;
  readonly whoFetches: string;
  readonly whoFetchesWhy: string;

  readonly subscribeThis: string;
  readonly aboutFeed: string;
  readonly bySource: string;
  readonly moreSources: (count: number) => string;
  readonly excerpt: string;
  readonly linkOnly: string;
  readonly modified: string;

  readonly firstAt: string;
  readonly by: string;
  readonly published: string;
  readonly received: string;
  readonly modifiedAt: string;
  readonly picture: string;
  readonly table: (number: number, caption: string) => string;
  readonly fullTextAt: string;
  readonly originalAt: string;
  readonly topics: string;
  readonly files: string;
  readonly comments: string;
  readonly alsoAt: string;
  readonly sameText: (words: number) => string;
  /** @param percent of the shorter text. @param run words in a row, on average. */
  readonly sharedText: (percent: number, words: number, run: number) => string;
  readonly sameBeginning: (percent: number, words: number) => string;
  readonly byEditor: string;
  readonly sameAddress: (percent: number, words: number) => string;
  readonly replaced: (percent: number, words: number) => string;
  readonly reworded: (percent: number, words: number) => string;
  readonly share: string;
  readonly moreAsFeed: string;
  readonly id: string;
  readonly reportError: string;
  readonly source: string;

  readonly aboutHeading: string;
  readonly aboutIntro: string;
  readonly aboutSections: (userAgent: string) => readonly AboutSection[];
  readonly write: string;

  readonly problems: Readonly<Record<ProblemKind, ProblemText>>;
  readonly withdrawnAt: string;
  readonly withdrawnReason: string;
  readonly allFeeds: string;
};

export type AboutSection = { readonly heading: string; readonly paragraphs: readonly AboutText[] };
/** `code` is an address or a header, set in code type after the text. */
export type AboutText = { readonly text: string; readonly code?: string };

export type ProblemKind =
  | "bad-request"
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "method"
  | "too-large"
  | "withdrawn"
  | "too-many"
  | "failed"
  | "away"
  | "starting";

export type ProblemText = {
  /** Two or three words beside the status. */
  readonly name: string;
  readonly heading: string;
  readonly advice: string;
};
