import { ID, TEXT } from "./column-types.ts";

/** Sources, articles, clusters, and what is known of their texts. */
export const ARTICLE_TABLES = [
  `CREATE TABLE setting (
    name ${TEXT} PRIMARY KEY, value ${TEXT} NOT NULL
  )`,
  `CREATE TABLE counter (
    name ${TEXT} PRIMARY KEY, value bigint NOT NULL
  )`,
  `CREATE TABLE source (
    id ${TEXT} PRIMARY KEY, address ${TEXT} NOT NULL, definition ${TEXT}, position bigint NOT NULL,
    state ${TEXT} NOT NULL, due_at bigint NOT NULL, last_definition ${TEXT}, forgotten_at bigint,
    former_id ${TEXT}, lease_until bigint, lease_token bigint NOT NULL DEFAULT 0,
    attempts bigint NOT NULL DEFAULT 0, last_error ${TEXT}
  )`,
  `CREATE TABLE source_file (
    source_id ${TEXT} NOT NULL REFERENCES source (id) DEFERRABLE, name ${TEXT} NOT NULL,
    bytes bigint NOT NULL, changed_at bigint NOT NULL, retry ${TEXT}, PRIMARY KEY (source_id, name)
  )`,
  `CREATE TABLE article (
    id ${TEXT} PRIMARY KEY, source_id ${TEXT} NOT NULL REFERENCES source (id) DEFERRABLE,
    key ${TEXT} NOT NULL, guid ${TEXT}, link ${TEXT}, canonical_url ${TEXT}, title ${TEXT} NOT NULL,
    summary ${TEXT} NOT NULL, authors ${TEXT} NOT NULL, categories ${TEXT} NOT NULL, language ${TEXT},
    rights ${TEXT}, republish ${TEXT} NOT NULL CHECK (republish IN ('full', 'excerpt', 'link')),
    image ${TEXT}, enclosures ${TEXT} NOT NULL, comments_url ${TEXT}, published_at bigint NOT NULL,
    updated_at bigint NOT NULL, received_at bigint NOT NULL, entered_at bigint NOT NULL,
    derived ${TEXT} NOT NULL, is_summary_only bigint NOT NULL, is_on_own_host bigint NOT NULL,
    content_hash ${TEXT} NOT NULL, metadata_hash ${TEXT} NOT NULL, text_hash ${TEXT} NOT NULL,
    token_count bigint NOT NULL, compared_at bigint NOT NULL DEFAULT 0,
    first_published_at bigint NOT NULL DEFAULT 0, item_hash ${TEXT} NOT NULL DEFAULT '',
    received_hash ${TEXT} NOT NULL DEFAULT '', received_metadata_hash ${TEXT} NOT NULL DEFAULT '',
    is_from_page bigint NOT NULL DEFAULT 0, held_until bigint, lowered ${TEXT} NOT NULL DEFAULT '[]',
    provenance ${TEXT} NOT NULL DEFAULT '{}', guid_fold ${TEXT}, address_fold ${TEXT}, episode ${TEXT},
    licences ${TEXT} NOT NULL DEFAULT '[]', origin ${TEXT}, rules bigint NOT NULL DEFAULT 0,
    UNIQUE (source_id, key)
  )`,
  `CREATE INDEX article_by_source ON article (source_id, published_at, id)`,
  `CREATE INDEX article_by_text ON article (text_hash, published_at)`,
  `CREATE INDEX article_by_hold ON article (held_until) WHERE held_until IS NOT NULL`,
  `CREATE INDEX article_by_address ON article (source_id, address_fold, entered_at)
    WHERE address_fold IS NOT NULL`,
  `CREATE INDEX article_by_guid ON article (source_id, guid_fold, entered_at)
    WHERE guid_fold IS DISTINCT FROM address_fold`,
  `CREATE TABLE item_raw (
    article_id ${TEXT} PRIMARY KEY REFERENCES article (id) DEFERRABLE, body bytea NOT NULL,
    received_at bigint NOT NULL, difference bytea
  )`,
  `CREATE TABLE cluster (
    id ${TEXT} PRIMARY KEY, entry_id ${TEXT} NOT NULL UNIQUE,
    founder_id ${TEXT} NOT NULL REFERENCES article (id) DEFERRABLE,
    lead_id ${TEXT} REFERENCES article (id) DEFERRABLE, entered_at bigint NOT NULL,
    merged_into ${TEXT} REFERENCES cluster (id) DEFERRABLE, revision bigint NOT NULL, withdrawn_at bigint,
    withdrawn_reason ${TEXT}, merged_at bigint, forgotten_at bigint, published_at bigint NOT NULL DEFAULT 0,
    updated_at bigint NOT NULL DEFAULT 0, face ${TEXT}
  )`,
  `CREATE INDEX cluster_by_entry ON cluster (entered_at, id) WHERE lead_id IS NOT NULL`,
  `CREATE INDEX cluster_by_withdrawal ON cluster (withdrawn_at) WHERE withdrawn_at IS NOT NULL`,
  `CREATE INDEX cluster_by_revision ON cluster (revision, id)`,
  `CREATE INDEX cluster_by_merge ON cluster (merged_at) WHERE merged_at IS NOT NULL`,
  `CREATE INDEX cluster_by_founder ON cluster (founder_id) WHERE id <> founder_id`,
  `CREATE TABLE fingerprint (
    id ${ID}, article_id ${TEXT} NOT NULL UNIQUE REFERENCES article (id) DEFERRABLE, tokens bytea NOT NULL,
    blocks bytea NOT NULL, period bigint NOT NULL DEFAULT 0
  )`,
  `CREATE INDEX fingerprint_by_period ON fingerprint (period)`,
  `CREATE TABLE sample_key (
    period bigint NOT NULL, key bigint NOT NULL, fingerprint_id bigint NOT NULL,
    PRIMARY KEY (period, key, fingerprint_id)
  )`,
  `CREATE TABLE block (
    period bigint NOT NULL, hash bigint NOT NULL, cluster_id ${TEXT} NOT NULL,
    PRIMARY KEY (period, hash, cluster_id)
  )`,
  `CREATE TABLE key_period (
    period bigint PRIMARY KEY, touched_at bigint NOT NULL
  )`,
  `CREATE TABLE repeated_block (
    source_id ${TEXT} NOT NULL REFERENCES source (id) DEFERRABLE, key ${TEXT} NOT NULL,
    sample ${TEXT} NOT NULL, learned_at bigint NOT NULL, retired_at bigint, PRIMARY KEY (source_id, key)
  )`,
  `CREATE TABLE withdrawn_key (
    key bigint NOT NULL, fingerprint_id bigint NOT NULL, PRIMARY KEY (key, fingerprint_id)
  )`,
  `CREATE INDEX withdrawn_key_by_fingerprint ON withdrawn_key (fingerprint_id)`,
  `CREATE TABLE weak_name (
    source_id ${TEXT} NOT NULL REFERENCES source (id) DEFERRABLE,
    kind ${TEXT} NOT NULL CHECK (kind IN ('guid', 'address')), name ${TEXT} NOT NULL,
    PRIMARY KEY (source_id, kind, name)
  )`,
  `CREATE TABLE line_sighting (
    hash ${TEXT} NOT NULL, source_id ${TEXT} NOT NULL REFERENCES source (id) DEFERRABLE,
    stories ${TEXT} NOT NULL, first_at bigint NOT NULL, seen_at bigint NOT NULL,
    PRIMARY KEY (hash, source_id)
  )`,
  `CREATE INDEX line_sighting_by_source ON line_sighting (source_id, seen_at)`,
  `CREATE TABLE common_line (
    hash ${TEXT} PRIMARY KEY, sample ${TEXT} NOT NULL, learned_at bigint NOT NULL, until bigint NOT NULL,
    is_active bigint NOT NULL, owners bigint NOT NULL DEFAULT 0
  )`,
  `CREATE TABLE article_body (
    article_id ${TEXT} PRIMARY KEY REFERENCES article (id) DEFERRABLE, body bytea NOT NULL
  )`,
  `CREATE TABLE listing (
    source_id ${TEXT} PRIMARY KEY REFERENCES source (id) DEFERRABLE, token bigint NOT NULL,
    body bytea NOT NULL
  )`,
  `CREATE TABLE young_index (
    id ${ID}, bytes bytea NOT NULL
  )`,
  `CREATE TABLE cluster_member (
    article_id ${TEXT} PRIMARY KEY REFERENCES article (id) DEFERRABLE,
    cluster_id ${TEXT} NOT NULL REFERENCES cluster (id) DEFERRABLE, why ${TEXT} NOT NULL,
    joined_at bigint NOT NULL, rank bigint NOT NULL DEFAULT 0
  )`,
  `CREATE INDEX cluster_member_by_cluster ON cluster_member (cluster_id)`,
  `CREATE TABLE outline (
    source_id ${TEXT} NOT NULL REFERENCES source (id) DEFERRABLE,
    article_id ${TEXT} NOT NULL REFERENCES article (id) DEFERRABLE, entered_at bigint NOT NULL,
    blocks bytea NOT NULL, PRIMARY KEY (source_id, article_id)
  )`,
] as const;
