import type { Generated } from "kysely";

/** The tables, as migrations.ts makes them. JSON columns hold what core/model.ts names; instants are milliseconds. */
export type Tables = {
  setting: { name: string; value: string };
  counter: { name: string; value: number };
  source: SourceTable;
  source_file: { source_id: string; name: string; bytes: number; changed_at: number };
  article: ArticleTable;
  article_body: { article_id: string; content_html: string; text: string; removed: string };
  item_raw: { article_id: string; body: Uint8Array; received_at: number };
  cluster: ClusterTable;
  cluster_member: { article_id: string; cluster_id: string; why: string; joined_at: number };
  fingerprint: FingerprintTable;
  sample_key: { period: number; key: number; fingerprint_id: number };
  block: { period: number; hash: number; cluster_id: string };
  key_period: { period: number; touched_at: number };
  veto: { article_a: string; article_b: string; created_at: number };
  bond: { article_a: string; article_b: string; created_at: number };
  editor_action: EditorActionTable;
  document: { feed_id: string; format: string; etag: string; changed_at: number };
  pass_request: PassRequestTable;
  pass_answer: { id: Generated<number>; request_id: number; line: string };
};

export type SourceTable = {
  id: string;
  /** What the address was when the state was kept: another address starts afresh. */
  address: string;
  /** The configuration's part, as JSON; `null` when the source has left the configuration. */
  definition: string | null;
  position: number;
  /** Everything else of SourceState, as JSON: read and written whole, searched by nothing. */
  state: string;
  next_poll_at: number;
};

export type ArticleTable = {
  id: string;
  source_id: string;
  key: string;
  guid: string | null;
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
  comments_url: string | null;
  published_at: number;
  /** The published_at that its present text came with: what it is compared by. */
  compared_at: number;
  /** The published_at that was said first: what leads are elected by. */
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
};

export type ClusterTable = {
  id: string;
  entry_id: string;
  founder_id: string;
  lead_id: string | null;
  entered_at: number;
  merged_into: string | null;
  revision: number;
};

/** What core/similarity/fingerprint.ts makes: 4 bytes a token, 8 a paragraph. */
export type FingerprintTable = {
  id: Generated<number>;
  article_id: string;
  tokens: Uint8Array;
  blocks: Uint8Array;
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

export type PassRequestTable = {
  id: Generated<number>;
  request: string;
  asked_at: number;
  state: "asked" | "taken" | "finished";
};
