import { type Kysely, sql, type Transaction } from "kysely";
import type {
  DocumentRecord,
  FeedPublication,
  PublicationLog,
  PublicationRow,
  PublicationStore,
  StoredDocument,
} from "../../../core/entries/publication.ts";
import type { DocumentName } from "../../../core/entries/published.ts";
import type { Lease } from "../../../core/lease.ts";
import { requireLease } from "../queues/leases.ts";
import type { Tables } from "../schema/tables.ts";

/**
 * Writes publications under a lease: each write rejects once the lease is lost.
 *
 * @param onTold called after the commit of publications, with the number of the last.
 */
export function createPublicationStore(
  db: Kysely<Tables>,
  lease: Lease,
  onTold: (seq: number) => void = () => {},
): PublicationStore {
  const write = <T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (trx) => {
      await requireLease(trx, lease);
      return work(trx);
    });
  const tell = async (work: (trx: Transaction<Tables>) => Promise<number | null>) => {
    const last = await write(work);
    if (last !== null) onTold(last);
  };
  return {
    records: () => loadRecords(db),
    publish: (publication) => tell((trx) => publish(trx, publication)),
    remove: (feedIds, at) => tell((trx) => remove(trx, feedIds, at)),
    noteTurn: async (key) => {
      if ((await lastTurn(db)) !== key) await write((trx) => noteTurn(trx, key));
    },
    forget: ({ publications, changes }) =>
      write(async (trx) => {
        await trx.deleteFrom("change").where("at", "<", changes).execute();
        await sql`DELETE FROM publication WHERE at < ${publications} AND EXISTS (
          SELECT 1 FROM publication AS later WHERE later.feed_id = publication.feed_id
          AND later.document = publication.document AND later.seq > publication.seq)`.execute(trx);
      }),
  };
}

const LAST_TURN = "last-turn";

async function lastTurn(db: Kysely<Tables>): Promise<string | null> {
  const row = db.selectFrom("setting").select("value").where("name", "=", LAST_TURN);
  return (await row.executeTakeFirst())?.value ?? null;
}

async function noteTurn(trx: Transaction<Tables>, value: string): Promise<void> {
  await trx
    .insertInto("setting")
    .values({ name: LAST_TURN, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

async function loadRecords(db: Kysely<Tables>): Promise<readonly DocumentRecord[]> {
  const rows = await db
    .selectFrom("document")
    .select(["feed_id", "name", "etag", "changed_at", "links"])
    .select(sql<number>`br IS NOT NULL`.as("is_published"))
    .execute();
  return rows.map(({ feed_id: feedId, changed_at: changedAt, is_published, ...row }) => ({
    ...row,
    feedId,
    changedAt,
    isPublished: is_published === 1,
  }));
}

/** @returns the number of the last row; `null` when no document changed. */
async function publish(
  trx: Transaction<Tables>,
  { feedId, documents, at, tookMs }: FeedPublication,
): Promise<number | null> {
  let last: number | null = null;
  for (const { name, etag, changedAt, links, br } of documents) {
    const columns = { etag, changed_at: changedAt, links, br };
    await trx
      .insertInto("document")
      .values({ feed_id: feedId, name, ...columns })
      .onConflict((conflict) => conflict.columns(["feed_id", "name"]).doUpdateSet(columns))
      .execute();
    last = await note(trx, { feed_id: feedId, document: name, etag, at, took_ms: tookMs });
  }
  await tellChanges(trx, feedId, at);
  return last;
}

/**
 * @returns its number. Numbers rise in the order of the commits, because the transaction holds the row of the lease: a
 * follower that has seen one will find no smaller one later.
 */
async function note(
  trx: Transaction<Tables>,
  row: Omit<Tables["publication"], "seq">,
): Promise<number> {
  const noted = trx.insertInto("publication").values(row).returning("seq");
  return (await noted.executeTakeFirstOrThrow()).seq;
}

/** Moves the changes that the archive noted to `change`, in their order. */
async function tellChanges(trx: Transaction<Tables>, feedId: string, at: number): Promise<void> {
  await sql`INSERT INTO change (feed_id, cluster_id, entry_id, kind, revision, at)
    SELECT feed_id, cluster_id, entry_id, kind, revision, ${at} FROM noted_change
    WHERE feed_id = ${feedId} ORDER BY id`.execute(trx);
  await trx.deleteFrom("noted_change").where("feed_id", "=", feedId).execute();
}

async function remove(
  trx: Transaction<Tables>,
  feedIds: readonly string[],
  at: number,
): Promise<number | null> {
  let last: number | null = null;
  for (const feedId of feedIds) {
    const gone = await trx
      .updateTable("document")
      .set({ br: null })
      .where("feed_id", "=", feedId)
      .where("br", "is not", null)
      .returning("name")
      .execute();
    for (const { name } of gone) {
      last = await note(trx, { feed_id: feedId, document: name, etag: null, at, took_ms: 0 });
    }
  }
  return last;
}

export function createPublicationLog(db: Kysely<Tables>): PublicationLog {
  return {
    after: (cursor) => loadAfter(db, cursor),
    lastTurn: () => lastTurn(db),
    document: (feedId, name) => loadDocument(db, feedId, name),
  };
}

/**
 * The newest row of each document: the bytes that it replaced cannot be read any more. Found from the documents, a seek for
 * each: a busy week leaves hundreds of thousands of rows, and a web process reads them at its start, before it answers.
 */
async function loadAfter(db: Kysely<Tables>, cursor: number): Promise<readonly PublicationRow[]> {
  const last = db.selectFrom("publication").select(({ fn }) => fn.max("seq").as("seq"));
  if (((await last.executeTakeFirst())?.seq ?? 0) <= cursor) return [];
  const rows = await db
    .selectFrom("document")
    .innerJoin("publication", (join) =>
      join.on("publication.seq", "=", ({ selectFrom }) =>
        selectFrom("publication as own")
          .select(({ fn }) => fn.max("own.seq").as("seq"))
          .whereRef("own.feed_id", "=", "document.feed_id")
          .whereRef("own.document", "=", "document.name"),
      ),
    )
    .selectAll("publication")
    .where("publication.seq", ">", cursor)
    .orderBy("publication.seq")
    .execute();
  return rows.map(({ feed_id: feedId, document: name, took_ms: tookMs, ...row }) => ({
    ...row,
    feedId,
    name,
    tookMs,
  }));
}

async function loadDocument(
  db: Kysely<Tables>,
  feedId: string,
  name: DocumentName,
): Promise<StoredDocument | null> {
  const row = await db
    .selectFrom("document")
    .select(["etag", "changed_at", "links", "br"])
    .where("feed_id", "=", feedId)
    .where("name", "=", name)
    .executeTakeFirst();
  if (row === undefined || row.br === null) return null;
  const { etag, changed_at: changedAt, links, br } = row;
  return { name, etag, changedAt, links, br };
}
