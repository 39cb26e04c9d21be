import { type Insertable, sql, type Transaction } from "kysely";
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
import { rowStatement } from "../engine/row-statement.ts";
import { excluded } from "../excluded.ts";
import type { ArticleTable, Tables } from "../schema/tables.ts";
import { packBody } from "./body-bytes.ts";

/** Rows of articles as they are written. */
export type ArticleRows = {
  readonly inserts: readonly NewRows[];
  readonly updates: readonly ChangedRows[];
};

type NewRows = BodyRows & { readonly article: ReturnType<typeof newRow> };
type ChangedRows = BodyRows & { readonly article: ReturnType<typeof changedRow> };
type BodyRows = {
  readonly body: Tables["article_body"] | null;
  readonly item: Insertable<Tables["item_raw"]>;
};

/** Does all the work that needs no database, so that the write lock is not held meanwhile. */
export const prepareArticles = (
  { inserts, updates }: Pick<IngestIntent, "inserts" | "updates">,
  now: number,
): ArticleRows => ({
  inserts: inserts.map((insert) => ({
    ...bodyRows(insert, insert.receivedAt),
    article: newRow(insert),
  })),
  updates: updates.map((update) => ({ ...bodyRows(update, now), article: changedRow(update) })),
});

export async function insertArticles(
  trx: Transaction<Tables>,
  rows: readonly NewRows[],
): Promise<void> {
  await insertArticle(
    trx,
    rows.map(({ article }) => article),
  );
  await saveBodies(trx, rows);
}

export async function updateArticles(
  trx: Transaction<Tables>,
  rows: readonly ChangedRows[],
): Promise<void> {
  await updateArticle(
    trx,
    rows.map(({ article }) => article),
  );
  await forgetBody(
    trx,
    rows.flatMap(({ body, article: { id } }) => (body === null ? { id } : [])),
  );
  await saveBodies(trx, rows);
}

const insertArticle = rowStatement<NewRows["article"]>((db, row) =>
  db.insertInto("article").values(row),
);

const updateArticle = rowStatement<ChangedRows["article"]>((db, { id, updated_at, ...row }) =>
  db
    .updateTable("article")
    .set({ ...row, updated_at: sql`coalesce(${updated_at}, updated_at)` })
    .where("id", "=", id),
);

async function saveBodies(trx: Transaction<Tables>, rows: readonly BodyRows[]): Promise<void> {
  await saveItem(
    trx,
    rows.map(({ item }) => item),
  );
  await saveBody(
    trx,
    rows.flatMap(({ body }) => body ?? []),
  );
}

const saveBody = rowStatement<Tables["article_body"]>((db, row) =>
  db
    .insertInto("article_body")
    .values(row)
    .onConflict((conflict) => conflict.column("article_id").doUpdateSet(excluded(["body"]))),
);

/** Of an article whose body is a difference from now on. */
const forgetBody = rowStatement<{ readonly id: string }>((db, { id }) =>
  db.deleteFrom("article_body").where("article_id", "=", id),
);

const saveItem = rowStatement<BodyRows["item"]>((db, row) =>
  db
    .insertInto("item_raw")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("article_id").doUpdateSet(excluded(["body", "received_at", "difference"])),
    ),
);

type DraftedRow = { readonly id: string; readonly draft: ArticleDraft };

const bodyRows = ({ id, draft }: DraftedRow, receivedAt: number): BodyRows => {
  const { body, received, difference } = packed(draft);
  return {
    body: body && { article_id: id, body },
    item: { article_id: id, body: received, received_at: receivedAt, difference },
  };
};

/** Once for each draft: what is decided again under the lock is written with the same drafts (decide-first.ts). */
const packed = onceEach((draft: ArticleDraft) => packBody(draft, draft.raw));

const changedRow = ({ id, draft, publishedAt, comparedAt, ...at }: ArticleUpdate) => ({
  id,
  ...draftColumns(draft),
  published_at: publishedAt,
  compared_at: comparedAt,
  held_until: at.heldUntil,
  /** `null` leaves it as it is. */
  updated_at: at.updatedAt,
});

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
  const rows = redated.map(({ id, publishedAt: published_at }) => ({ id, published_at }));
  await redateArticle(trx, rows);
}

const redateArticle = rowStatement<Pick<ArticleTable, "id" | "published_at">>(
  (db, { id, published_at }) =>
    db.updateTable("article").set({ published_at }).where("id", "=", id),
);

function newRow({ id, sourceId, draft, ...at }: ArticleInsert): ArticleTable {
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
