import type { PageChanges } from "../../core/entries/static-files.ts";

/** What the service answers at an address, in all codings. */
export type StaticAnswer = {
  readonly status: number;
  readonly mediaType: string;
  readonly cacheControl: string;
  /** Unix milliseconds; `null` where the service says nothing of it. */
  readonly lastModified: number | null;
  readonly body: Uint8Array;
  /** Absent for what is small, or compressed already. */
  readonly coded?: { readonly br: Uint8Array; readonly gzip: Uint8Array };
};

/** The published site, as the follower that writes files sees it. */
export type StaticSite = {
  /** A hash of what all pages depend on: the configuration and the version of the program. */
  readonly key: () => string;
  /** Ids of the configured feeds. */
  readonly feedIds: () => readonly string[];
  /** Addresses that depend neither on one article nor on one feed. */
  readonly fixedPaths: () => readonly string[];
  /** Addresses of a feed's documents and of its page; of the first feed also the short ones. */
  readonly feedPaths: (feedId: string) => readonly string[];
  /** Addresses of one archive page. */
  readonly archivePaths: (feedId: string, page: number) => readonly string[];
  readonly articlePath: (articleId: string) => string;
  /** The article that an address is of; `null` for other addresses. */
  readonly articleOf: (path: string) => string | null;
  /** Ids of the articles that a feed shows. */
  readonly shownIn: (feedId: string) => Promise<readonly string[]>;
  /** What the service answers now; for `NOT_FOUND_PLACE`, what it answers where nothing is. */
  readonly answer: (path: string) => Promise<StaticAnswer>;
  /** Reads what was published since. @returns the feeds of it; all of them the first time. */
  readonly followFeeds: () => Promise<readonly string[]>;
  /** Whether every feed was published. */
  readonly isReady: () => boolean;
  readonly changes: PageChanges;
  /** Changes with each commit. */
  readonly dataVersion: () => Promise<number>;
  /** Files beside those of addresses: snippets for web servers. */
  readonly extras: (withdrawn: readonly string[]) => Promise<Extras>;
};

export type Extras = {
  readonly files: readonly ExtraFile[];
  /** False when more cannot be made now, because a page of which they tell cannot be rendered: those stay as they are. */
  readonly areAll: boolean;
};

export type ExtraFile = {
  /** Below the folder, such as "_headers". */
  readonly name: string;
  readonly text: string;
};
