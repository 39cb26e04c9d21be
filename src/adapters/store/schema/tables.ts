import type { ColumnType, Generated } from "kysely";
import type { CommonLineTable, LineSightingTable } from "./common-line-tables.ts";
import type { ConfigurationFileTable, ConfigurationTable } from "./configuration-tables.ts";
import type { HostTable } from "./host-table.ts";
import type {
  ArticleFileTable,
  DeskOrderTable,
  FileLookTable,
  PageJobTable,
  SourceDayTable,
  SourceTable,
} from "./leased-tables.ts";
import type {
  ChangeTable,
  DocumentTable,
  LeaseTable,
  NotedChangeTable,
  PublicationTable,
} from "./publishing-tables.ts";

/** The tables, as migrations.ts makes them. JSON columns hold what core/ names; instants are milliseconds. */
export type Tables = {
  setting: { name: string; value: string };
  configuration: ConfigurationTable;
  configuration_file: ConfigurationFileTable;
  counter: { name: string; value: number };
  source: SourceTable;
  source_file: SourceFileTable;
  source_day: SourceDayTable;
  weak_name: { source_id: string; kind: "guid" | "address"; name: string };
  article: ArticleTable;
  /** Bodies that are stored by themselves. */
  article_body: { article_id: string; body: Uint8Array };
  item_raw: ItemRawTable;
  cluster: ClusterTable;
  cluster_member: ClusterMemberTable;
  fingerprint: FingerprintTable;
  sample_key: { period: number; key: number; fingerprint_id: number };
  young_index: { id: Generated<number>; bytes: Uint8Array };
  block: { period: number; hash: number; cluster_id: string };
  key_period: { period: number; touched_at: number };
  veto: { article_a: string; article_b: string; created_at: number };
  bond: { article_a: string; article_b: string; created_at: number };
  editor_action: EditorActionTable;
  document: DocumentTable;
  publication: PublicationTable;
  change: ChangeTable;
  noted_change: NotedChangeTable;
  lease: LeaseTable;
  host: HostTable;
  desk_order: DeskOrderTable;
  order_line: { id: Generated<number>; order_id: number; line: string };
  audience: { process: string; subscribers: number; counted_at: number };
  outline: { article_id: string; source_id: string; entered_at: number; blocks: Uint8Array };
  repeated_block: RepeatedBlockTable;
  line_sighting: LineSightingTable;
  common_line: CommonLineTable;
  listing: { source_id: string; token: number; body: Uint8Array };
  kept_line: { article_id: string; line: string; created_at: number };
  page_job: PageJobTable;
  file_look: FileLookTable;
  article_file: ArticleFileTable;
  withdrawn_key: { key: number; fingerprint_id: number };
  archive_feed: ArchiveFeedTable;
  archive_pending: ArchivePendingTable;
  archive_entry: ArchiveEntryTable;
  archive_page: { feed_id: string; page: number; frozen_at: number };
  archive_document: ArchiveDocumentTable;
};

export type SourceFileTable = {
  source_id: string;
  name: string;
  bytes: number;
  changed_at: number;
  /** FileRetry as JSON; `null` for a file that will not be tried again. */
  retry: ColumnType<string | null, string | null | undefined>;
};

export type ArticleTable = {
  id: string;
  source_id: string;
  key: string;
  guid: string | null;
  /** The guid and the address of the link, as foldName spells them. */
  guid_fold: string | null;
  address_fold: string | null;
  link: string | null;
  canonical_url: string | null;
  title: string;
  summary: string;
  authors: string;
  categories: string;
  language: string | null;
  rights: string | null;
  republish: string;
  image: string | null;
  enclosures: string;
  /** Episode as JSON; `null` for none. */
  episode: string | null;
  /** Addresses as JSON. */
  licences: string;
  /** ItemSource as JSON; `null` for none. */
  origin: string | null;
  comments_url: string | null;
  published_at: number;
  /** The published_at of the present text, for comparisons. */
  compared_at: number;
  /** The first published_at that was given, for the election of leads. */
  first_published_at: number;
  updated_at: number;
  received_at: number;
  entered_at: number;
  derived: string;
  is_summary_only: number;
  is_on_own_host: number;
  content_hash: string;
  metadata_hash: string;
  text_hash: string;
  token_count: number;
  item_hash: string;
  received_hash: string;
  received_metadata_hash: string;
  /** The DRAFTING_RULES of the draft; 0 for articles from before rules had a version. */
  rules: number;
  is_from_page: number;
  /** Until when the article is held back for its page; `null` when it is not. */
  held_until: number | null;
  /** LoweredRights as JSON. */
  lowered: string;
  provenance: string;
};

export type ItemRawTable = {
  article_id: string;
  /** What was received, as JSON in gzip. */
  body: Uint8Array;
  received_at: number;
  /** The article's body (articles/body-bytes.ts); `null` where it is in `article_body`. */
  difference: ColumnType<Uint8Array | null, Uint8Array | null | undefined>;
};

export type ClusterMemberTable = {
  article_id: string;
  cluster_id: string;
  why: string;
  joined_at: number;
  /** The member's place in the last election; the lead has 0. */
  rank: Generated<number>;
};

export type ClusterTable = {
  id: string;
  entry_id: string;
  founder_id: string;
  lead_id: string | null;
  entered_at: number;
  merged_into: string | null;
  revision: number;
  /** The dates of its entry (core/entries/entry-dates.ts), set when its revision is (settle-entries.ts). */
  published_at: Generated<number>;
  updated_at: Generated<number>;
  /** EntryFace as JSON; null while readers cannot have seen it. */
  face: ColumnType<string | null, string | null | undefined>;
  /** Null while it is published; so is the reason. */
  withdrawn_at: ColumnType<number | null, number | null | undefined>;
  withdrawn_reason: ColumnType<string | null, string | null | undefined>;
  /** When it was withdrawn because all its articles are of forgotten sources; `null` otherwise. */
  forgotten_at: Generated<number | null>;
  /** When it lost its last member, if readers could see it; null while it has members. */
  merged_at: ColumnType<number | null, number | null | undefined>;
};

/** What core/similarity/fingerprint.ts makes: 4 bytes a token, 8 a paragraph. */
export type FingerprintTable = {
  id: Generated<number>;
  article_id: string;
  tokens: Uint8Array;
  blocks: Uint8Array;
  /** The period of its keys: it is forgotten with them (forget-old-periods.ts). */
  period: number;
};

export type EditorActionTable = {
  id: Generated<number>;
  kind: "veto" | "split" | "merge";
  /** Article ids as JSON, sorted. */
  articles: string;
  /** What an undo needs, as JSON. */
  change: string;
  done_at: number;
  undone_at: number | null;
};

/** A block that a source repeats in its articles; `sample` is one of them, to show to people. */
export type RepeatedBlockTable = {
  source_id: string;
  key: string;
  sample: string;
  learned_at: number;
  retired_at: number | null;
};

/** How far a feed's archive has read: its scope, and the last cluster that it saw. */
export type ArchiveFeedTable = {
  feed_id: string;
  scope: string;
  revision: number;
  cluster_id: string;
  /** The newest page; 0 while there is none. */
  pages: number;
};

/** What a feed said of an entry (core/entries/archive.ts, Telling); null in rows from before it was noted. */
type TellingColumns = {
  face: string | null;
  wording: string | null;
  content: string | null;
};

/** An entry that waits for its place in an archive page. */
export type ArchivePendingTable = TellingColumns & {
  feed_id: string;
  cluster_id: string;
  updated_at: number | null;
};

/**
 * One place in a page. `entry` is the entry as it was published, as compressed JSON; `null` for a tombstone, and where
 * the text was taken out of the archive.
 */
export type ArchiveEntryTable = TellingColumns & {
  id: Generated<number>;
  feed_id: string;
  page: number;
  cluster_id: string;
  entry_id: string;
  article_id: string;
  updated_at: number;
  entry: Uint8Array | null;
  /** Never cleared: an entry that is restored gets a new place. */
  withdrawn_at: number | null;
  withdrawn_reason: string | null;
};

export type ArchiveDocumentTable = {
  feed_id: string;
  page: number;
  format: string;
  etag: string;
  changed_at: number;
};
