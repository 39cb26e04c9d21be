import type { ArticleDraft, DerivedField } from "../articles/article-draft.ts";
import type { Author, ItemSource } from "../articles/item.ts";
import type { RemovedBlock } from "../cleaning/clean-content.ts";
import type { Enclosure, Image } from "../media/media.ts";
import type { LoweredRights, Rights } from "../rights/rights.ts";
import type { MemberReason } from "../similarity/member-reason.ts";
import type { EntrySource } from "./entry.ts";

/** An article as stored. */
export type StoredArticle = Pick<ArticleDraft, "episode" | "licences" | "origin"> & {
  readonly id: string;
  readonly source: EntrySource;
  readonly guid: string | null;
  readonly link: string | null;
  readonly canonicalUrl: string | null;
  readonly title: string;
  readonly summary: string;
  readonly contentHtml: string;
  readonly text: string;
  readonly authors: readonly Author[];
  readonly categories: readonly string[];
  readonly language: string | null;
  readonly rights: string | null;
  readonly republish: Rights;
  readonly image: Image | null;
  readonly enclosures: readonly Enclosure[];
  /** Media types that looks at its files told, by address. A new type is no change that readers are told of. */
  readonly fileTypes: Readonly<Record<string, string>>;
  readonly commentsUrl: string | null;
  readonly publishedAt: number;
  readonly updatedAt: number;
  readonly receivedAt: number;
  readonly derived: readonly DerivedField[];
  readonly removed: readonly RemovedBlock[];
  readonly lowered: readonly LoweredRights[];
  readonly provenance: Readonly<Record<string, string>>;
};

/** Another member of a cluster, as far as an entry names it. */
export type StoredCopy = {
  readonly articleId: string;
  readonly source: EntrySource;
  readonly origin: ItemSource | null;
  readonly title: string;
  readonly link: string | null;
  readonly canonicalUrl: string | null;
  readonly publishedAt: number;
  readonly why: MemberReason;
};
