import type { RemovedBlock } from "../cleaning/clean-content.ts";
import type { FeedLink } from "./feed.ts";

/** What a source gives when it is read once and nothing is stored. Plain data: it is kept as JSON. */
export type SourcePreview = {
  /** Where it was looked for: an address or a folder. */
  readonly asked: string;
  /** Where its feed is; `null` for a folder, and when none was found. */
  readonly address: string | null;
  /** The feeds that its page announces, best first; empty when the address is a feed itself. */
  readonly announced: readonly FeedLink[];
  /** As the feed calls itself. */
  readonly title: string | null;
  /** Items that have become articles. */
  readonly items: number;
  /** Items that cannot be read. */
  readonly failed: number;
  readonly requests: number;
  /** Why nothing was read, in a sentence; else `null`. */
  readonly problem: string | null;
  /** What is odd about it, in sentences. */
  readonly warnings: readonly string[];
  /** The first of its articles, as they would be published. */
  readonly articles: readonly PreviewedArticle[];
};

export type PreviewedArticle = {
  readonly title: string;
  readonly url: string | null;
  readonly publishedAt: number | null;
  readonly language: string | null;
  readonly authors: readonly string[];
  /** The beginning of its plain text: paragraphs separated by one empty line. */
  readonly text: string;
  /** Of the whole text. */
  readonly characters: number;
  /** Whether the text is that of its page. */
  readonly isFromPage: boolean;
  /** Why its page, which is wanted, was not used; else `null`. */
  readonly pageProblem: string | null;
  readonly removed: readonly RemovedBlock[];
};
