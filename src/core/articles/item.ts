import type { Enclosure, Episode, Image } from "../media/media.ts";

/*
 * Here and everywhere: names ending in `At` are instants in Unix milliseconds (UTC); names ending in `Ms` are durations,
 * in `Bytes` sizes. `null` means "not known" or "not said by the publisher". docs/glossary.md has the words.
 */

export type Author = {
  readonly name: string | null;
  readonly email: string | null;
  readonly url: string | null;
};

/**
 * The original house: where an item says that it came from (RSS `source`, Atom `source`), as planets and aggregators do.
 * Optional fields are absent where the item says nothing.
 */
export type ItemSource = {
  readonly title: string | null;
  /** Its home page; RSS mostly gives the address of its feed instead. */
  readonly url: string | null;
  readonly feedUrl?: string;
  /** `atom:id` of its feed. */
  readonly id?: string;
  readonly rights?: string;
};

/** When an item says that it was published and changed. */
export type ItemDates = Pick<Item, "publishedAt" | "updatedAt">;

/** One `<item>`/`<entry>`/file as the publisher wrote it: untrusted, any field may be missing. */
export type Item = {
  /** As written, trimmed. */
  readonly guid: string | null;
  /** Absolute whenever a base URL is known. */
  readonly link: string | null;
  /** Decoded text without markup. */
  readonly title: string | null;
  readonly authors: readonly Author[];
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  /** As received, URLs absolute, markup in order: not yet sanitised. */
  readonly summaryHtml: string | null;
  readonly contentHtml: string | null;
  readonly categories: readonly string[];
  /** BCP 47, as declared by the item or its feed. */
  readonly language: string | null;
  /** Copyright or licence, as text. */
  readonly rights: string | null;
  readonly enclosures: readonly Enclosure[];
  readonly image: Image | null;
  readonly source: ItemSource | null;
  readonly commentsUrl: string | null;
  /** Absent where there is none; so is `licences`. */
  readonly episode?: Episode;
  /** Addresses of the licences of the item, its original house or its feed. */
  readonly licences?: readonly string[];
};
