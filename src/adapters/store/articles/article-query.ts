import type { Transaction } from "kysely";
import type { ReceivedHashes } from "../../../core/articles/article-draft.ts";
import type { Tables } from "../schema/tables.ts";
import { isConfigured, isSourceForgotten } from "../sources/source-place.ts";

/** What decisions look at. The rest, of which a summary may be long, is read only to be published. */
const COLUMNS = [
  ...["article.id", "article.source_id", "article.key", "article.guid", "article.guid_fold"],
  ...["article.address_fold", "article.link", "article.canonical_url", "article.title"],
  ...["article.republish", "article.image", "article.enclosures", "article.derived"],
  ...["article.published_at", "article.compared_at", "article.first_published_at"],
  ...["article.received_at", "article.entered_at", "article.held_until"],
  ...["article.is_summary_only", "article.is_on_own_host", "article.is_from_page"],
  ...["article.content_hash", "article.metadata_hash", "article.text_hash"],
  ...["article.item_hash", "article.received_hash", "article.received_metadata_hash"],
  ...["article.token_count", "article.rules"],
] as const;

/** Articles with their clusters and the state of their pages. */
export const articles = (trx: Transaction<Tables>) =>
  trx
    .selectFrom("article")
    .innerJoin("cluster_member", "cluster_member.article_id", "article.id")
    .innerJoin("source", "source.id", "article.source_id")
    .leftJoin("page_job", "page_job.article_id", "article.id")
    .select(COLUMNS)
    .select(["source.position", isConfigured, isSourceForgotten])
    .select(["cluster_member.cluster_id", "cluster_member.why"])
    .select([
      "page_job.state as page_state",
      "page_job.fetched_at",
      "page_job.quiet_visits",
      "page_job.item_hash as queued_item_hash",
      "page_job.received_hash as queued_hash",
      "page_job.received_metadata_hash as queued_metadata_hash",
    ]);

export type Row = Awaited<ReturnType<ReturnType<typeof articles>["execute"]>>[number];

/** Hashes of the item that waits for its page, else of the stored item. */
export const receivedOf = (row: Row): ReceivedHashes => ({
  itemHash: row.queued_item_hash ?? row.item_hash,
  receivedHash: row.queued_hash ?? row.received_hash,
  receivedMetadataHash: row.queued_metadata_hash ?? row.received_metadata_hash,
});
