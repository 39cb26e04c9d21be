import type { CompiledQuery, Insertable, Transaction } from "kysely";
import type { ArticleDraft } from "../../../core/articles/article-draft.ts";
import { foldName } from "../../../core/articles/identity/fold-name.ts";
import type {
  ArticleInsert,
  ArticleUpdate,
  IngestIntent,
  RedatedArticle,
  RekeyedArticle,
} from "../../../core/intake/ingest-intent.ts";
import { onceEach } from "../../../core/once-each.ts";
import { givenAddress } from "../../../core/urls/canonical-url.ts";
import { batches } from "../batches.ts";
import { excluded } from "../excluded.ts";
import type { Tables } from "../schema/tables.ts";
import { packBody } from "./body-bytes.ts";
import { packReceived } from "./received-items.ts";

/** Statements that write articles, in their order. */
export type ArticleStatements = {
  readonly inserts: readonly CompiledQuery[];
  readonly updates: readonly CompiledQuery[];
};

/** Does all the work that needs no database, so that the write lock is not held meanwhile. */
export const prepareArticles = (
  trx: Transaction<Tables>,
  { inserts, updates }: Pick<IngestIntent, "inserts" | "updates">,
  now: number,
): ArticleStatements => ({
  inserts: [...batches(inserts)].flatMap((batch) => [
    trx.insertInto("article").values(batch.map(newRow)).compile(),
    ...saveBodies(trx, batch, batch[0]?.receivedAt ?? now),
  ]),
  updates: updates.flatMap((update) => [updateRow(trx, update), ...saveBodies(trx, [update], now)]),
});

export async function writeArticles(
  trx: Transaction<Tables>,
  statements: readonly CompiledQuery[],
): Promise<void> {
  for (const statement of statements) await trx.executeQuery(statement);
}

type DraftedRow = { readonly id: string; readonly draft: ArticleDraft };

function saveBodies(
  trx: Transaction<Tables>,
  articles: readonly DraftedRow[],
  receivedAt: number,
): readonly CompiledQuery[] {
  const bodies = articles.map(({ id, draft }) => ({ article_id: id, body: packed(draft).body }));
  const items = articles.map(({ id, draft }) => ({
    article_id: id,
    body: packed(draft).received,
    received_at: receivedAt,
  }));
  return [
    trx
      .insertInto("article_body")
      .values(bodies)
      .onConflict((conflict) => conflict.column("article_id").doUpdateSet(excluded(["body"])))
      .compile(),
    trx
      .insertInto("item_raw")
      .values(items)
      .onConflict((conflict) =>
        conflict.column("article_id").doUpdateSet(excluded(["body", "received_at"])),
      )
      .compile(),
  ];
}

/** Once for each draft: what is decided again under the lock is written with the same drafts (decide-first.ts). */
const packed = onceEach((draft: ArticleDraft) => ({
  body: packBody(draft),
  received: packReceived(draft.raw),
}));

function updateRow(trx: Transaction<Tables>, update: ArticleUpdate): CompiledQuery {
  const { id, draft, publishedAt, comparedAt, updatedAt } = update;
  const changes = {
    ...draftColumns(draft),
    published_at: publishedAt,
    compared_at: comparedAt,
    held_until: update.heldUntil,
  };
  return trx
    .updateTable("article")
    .set(updatedAt === null ? changes : { ...changes, updated_at: updatedAt })
    .where("id", "=", id)
    .compile();
}

/** Gives articles new keys. The keys are free: an item whose key an article has is that article. */
export async function rekeyArticles(
  trx: Transaction<Tables>,
  rekeyed: readonly RekeyedArticle[],
): Promise<void> {
  for (const { id, key, guid, itemHash } of rekeyed) {
    const guid_fold = guid === null ? null : foldName(guid);
    const changes = { key, guid, guid_fold, item_hash: itemHash };
    await trx.updateTable("article").set(changes).where("id", "=", id).execute();
  }
}

/** Stores dates alone. Entries keep theirs (core/entries/entry-dates.ts), so no revision is made of it. */
export async function redateArticles(
  trx: Transaction<Tables>,
  redated: readonly RedatedArticle[],
): Promise<void> {
  for (const { id, publishedAt: published_at } of redated) {
    await trx.updateTable("article").set({ published_at }).where("id", "=", id).execute();
  }
}

function newRow({ id, sourceId, draft, ...at }: ArticleInsert): Insertable<Tables["article"]> {
  return {
    id,
    source_id: sourceId,
    key: draft.key,
    ...draftColumns(draft),
    published_at: at.publishedAt,
    compared_at: at.publishedAt,
    first_published_at: at.publishedAt,
    updated_at: at.updatedAt,
    received_at: at.receivedAt,
    entered_at: at.enteredAt,
    held_until: at.heldUntil,
  };
}

const foldedNames = ({ guid, link }: Pick<ArticleDraft, "guid" | "link">) => {
  const address = givenAddress(link);
  return {
    guid_fold: guid === null ? null : foldName(guid),
    address_fold: address === null ? null : foldName(address),
  };
};

function draftColumns(draft: ArticleDraft) {
  return {
    ...foldedNames(draft),
    guid: draft.guid,
    link: draft.link,
    canonical_url: draft.canonicalUrl,
    title: draft.title,
    summary: draft.summary,
    authors: JSON.stringify(draft.authors),
    categories: JSON.stringify(draft.categories),
    language: draft.language,
    rights: draft.rights,
    republish: draft.republish,
    image: draft.image === null ? null : JSON.stringify(draft.image),
    enclosures: JSON.stringify(draft.enclosures),
    episode: draft.episode === null ? null : JSON.stringify(draft.episode),
    licences: JSON.stringify(draft.licences),
    origin: draft.origin === null ? null : JSON.stringify(draft.origin),
    comments_url: draft.commentsUrl,
    derived: JSON.stringify(draft.derived),
    is_summary_only: Number(draft.isSummaryOnly),
    is_on_own_host: Number(draft.isOnOwnHost),
    content_hash: draft.contentHash,
    metadata_hash: draft.metadataHash,
    text_hash: draft.textHash,
    token_count: draft.tokenCount,
    item_hash: draft.itemHash,
    received_hash: draft.receivedHash,
    received_metadata_hash: draft.receivedMetadataHash,
    rules: draft.rules,
    is_from_page: Number(draft.isFromPage),
    lowered: JSON.stringify(draft.lowered),
    provenance: JSON.stringify(draft.provenance),
  };
}
