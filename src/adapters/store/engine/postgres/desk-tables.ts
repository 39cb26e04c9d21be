import { ID, TEXT } from "./column-types.ts";

/** Queues, orders, what editors did, and what is published. */
export const DESK_TABLES = [
  `CREATE TABLE veto (
    article_a ${TEXT} NOT NULL REFERENCES article (id) DEFERRABLE,
    article_b ${TEXT} NOT NULL REFERENCES article (id) DEFERRABLE, created_at bigint NOT NULL,
    PRIMARY KEY (article_a, article_b), CHECK (article_a < article_b)
  )`,
  `CREATE INDEX veto_by_second ON veto (article_b)`,
  `CREATE TABLE bond (
    article_a ${TEXT} NOT NULL REFERENCES article (id) DEFERRABLE,
    article_b ${TEXT} NOT NULL REFERENCES article (id) DEFERRABLE, created_at bigint NOT NULL,
    PRIMARY KEY (article_a, article_b), CHECK (article_a < article_b)
  )`,
  `CREATE INDEX bond_by_second ON bond (article_b)`,
  `CREATE TABLE editor_action (
    id ${ID}, kind ${TEXT} NOT NULL CHECK (kind IN ('veto', 'split', 'merge')), articles ${TEXT} NOT NULL,
    change ${TEXT} NOT NULL, done_at bigint NOT NULL, undone_at bigint
  )`,
  `CREATE TABLE kept_line (
    article_id ${TEXT} NOT NULL REFERENCES article (id) DEFERRABLE, line ${TEXT} NOT NULL,
    created_at bigint NOT NULL
  )`,
  `CREATE UNIQUE INDEX kept_line_once ON kept_line (article_id, md5(line))`,
  `CREATE TABLE page_job (
    article_id ${TEXT} PRIMARY KEY REFERENCES article (id) DEFERRABLE,
    source_id ${TEXT} NOT NULL REFERENCES source (id) DEFERRABLE, url ${TEXT} NOT NULL,
    state ${TEXT} NOT NULL CHECK (state IN ('waiting', 'done', 'failed')), attempts bigint NOT NULL,
    due_at bigint NOT NULL, last_error ${TEXT}, must_fetch bigint NOT NULL, raw bytea, item_hash ${TEXT},
    received_hash ${TEXT}, received_metadata_hash ${TEXT}, fetched_at bigint,
    quiet_visits bigint NOT NULL DEFAULT 0, lease_until bigint, lease_token bigint NOT NULL DEFAULT 0
  )`,
  `CREATE INDEX page_job_by_time ON page_job (due_at) WHERE state = 'waiting'`,
  `CREATE INDEX page_job_by_lease ON page_job (lease_until) WHERE lease_until IS NOT NULL`,
  `CREATE TABLE archive_feed (
    feed_id ${TEXT} PRIMARY KEY, scope ${TEXT} NOT NULL, revision bigint NOT NULL,
    cluster_id ${TEXT} NOT NULL, pages bigint NOT NULL
  )`,
  `CREATE TABLE archive_pending (
    feed_id ${TEXT} NOT NULL, cluster_id ${TEXT} NOT NULL REFERENCES cluster (id) DEFERRABLE, face ${TEXT},
    wording ${TEXT}, content ${TEXT}, updated_at bigint, PRIMARY KEY (feed_id, cluster_id)
  )`,
  `CREATE INDEX archive_pending_by_cluster ON archive_pending (cluster_id)`,
  `CREATE TABLE archive_entry (
    id ${ID}, feed_id ${TEXT} NOT NULL, page bigint NOT NULL,
    cluster_id ${TEXT} NOT NULL REFERENCES cluster (id) DEFERRABLE, entry_id ${TEXT} NOT NULL,
    article_id ${TEXT} NOT NULL REFERENCES article (id) DEFERRABLE, updated_at bigint NOT NULL, entry bytea,
    withdrawn_at bigint, withdrawn_reason ${TEXT}, face ${TEXT}, wording ${TEXT}, content ${TEXT}
  )`,
  `CREATE INDEX archive_entry_by_page ON archive_entry (feed_id, page)`,
  `CREATE INDEX archive_entry_by_cluster ON archive_entry (cluster_id, feed_id)`,
  `CREATE TABLE archive_page (
    feed_id ${TEXT} NOT NULL, page bigint NOT NULL, frozen_at bigint NOT NULL, PRIMARY KEY (feed_id, page)
  )`,
  `CREATE TABLE archive_document (
    feed_id ${TEXT} NOT NULL, page bigint NOT NULL, format ${TEXT} NOT NULL, etag ${TEXT} NOT NULL,
    changed_at bigint NOT NULL, PRIMARY KEY (feed_id, page, format)
  )`,
  `CREATE TABLE desk_order (
    id ${ID}, kind ${TEXT} NOT NULL, payload ${TEXT} NOT NULL, asked_by ${TEXT} NOT NULL,
    asked_at bigint NOT NULL,
    state ${TEXT} NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'refused', 'failed')),
    attempts bigint NOT NULL DEFAULT 0, lease_token bigint NOT NULL DEFAULT 0, lease_until bigint,
    settled_at bigint, answer ${TEXT}, last_error ${TEXT}, stop_wanted bigint NOT NULL DEFAULT 0,
    due_at bigint NOT NULL DEFAULT 0
  )`,
  `CREATE INDEX desk_order_waiting ON desk_order (id) WHERE state = 'waiting'`,
  `CREATE INDEX desk_order_by_time ON desk_order (asked_at)`,
  `CREATE TABLE order_line (
    id ${ID}, order_id bigint NOT NULL REFERENCES desk_order (id) ON DELETE CASCADE DEFERRABLE,
    line ${TEXT} NOT NULL
  )`,
  `CREATE INDEX order_line_by_order ON order_line (order_id, id)`,
  `CREATE TABLE audience (
    process ${TEXT} PRIMARY KEY, subscribers bigint NOT NULL, counted_at bigint NOT NULL
  )`,
  `CREATE TABLE publication (
    seq ${ID}, feed_id ${TEXT} NOT NULL, document ${TEXT} NOT NULL, etag ${TEXT}, at bigint NOT NULL,
    took_ms double precision NOT NULL
  )`,
  `CREATE INDEX publication_by_document ON publication (feed_id, document, seq)`,
  `CREATE TABLE change (
    seq ${ID}, feed_id ${TEXT} NOT NULL, cluster_id ${TEXT} NOT NULL, entry_id ${TEXT} NOT NULL,
    kind ${TEXT} NOT NULL CHECK (kind IN ('published', 'updated', 'withdrawn', 'merged', 'restored')),
    revision bigint NOT NULL, at bigint NOT NULL
  )`,
  `CREATE INDEX change_by_feed ON change (feed_id, seq)`,
  `CREATE INDEX change_by_time ON change (at)`,
  `CREATE TABLE noted_change (
    id ${ID}, feed_id ${TEXT} NOT NULL, cluster_id ${TEXT} NOT NULL, entry_id ${TEXT} NOT NULL,
    kind ${TEXT} NOT NULL, revision bigint NOT NULL
  )`,
  `CREATE INDEX noted_change_by_feed ON noted_change (feed_id)`,
  `CREATE TABLE lease (
    name ${TEXT} PRIMARY KEY, holder ${TEXT} NOT NULL, lease_token bigint NOT NULL,
    lease_until bigint NOT NULL
  )`,
  `CREATE TABLE file_look (
    url ${TEXT} PRIMARY KEY, state ${TEXT} NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    type ${TEXT}, due_at bigint NOT NULL, lease_until bigint, lease_token bigint NOT NULL DEFAULT 0,
    attempts bigint NOT NULL, last_error ${TEXT}
  )`,
  `CREATE INDEX file_look_by_time ON file_look (due_at) WHERE state = 'waiting'`,
  `CREATE INDEX file_look_by_lease ON file_look (lease_until) WHERE lease_until IS NOT NULL`,
  `CREATE TABLE article_file (
    article_id ${TEXT} NOT NULL REFERENCES article (id) DEFERRABLE,
    url ${TEXT} NOT NULL REFERENCES file_look (url) DEFERRABLE, PRIMARY KEY (article_id, url)
  )`,
  `CREATE INDEX article_file_by_url ON article_file (url)`,
  `CREATE TABLE document (
    id ${ID}, feed_id ${TEXT} NOT NULL, name ${TEXT} NOT NULL, etag ${TEXT} NOT NULL,
    changed_at bigint NOT NULL, links ${TEXT} NOT NULL, br bytea, UNIQUE (feed_id, name)
  )`,
] as const;
