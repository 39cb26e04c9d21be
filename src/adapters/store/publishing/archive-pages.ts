import { gunzipSync, gzipSync } from "node:zlib";
import { type Kysely, sql, type Transaction } from "kysely";
import type {
  Archived,
  Freezable,
  FrozenPage,
  FrozenPlace,
} from "../../../core/entries/archive.ts";
import type { Entry, EntrySource } from "../../../core/entries/entry.ts";
import type { Rights } from "../../../core/rights/rights.ts";
import { type PackedBody, unpackBody } from "../articles/body-bytes.ts";
import { BODY_COLUMNS } from "../articles/body-columns.ts";
import { inBatches } from "../batches.ts";
import type { Tables } from "../schema/tables.ts";
import { type EntrySources, loadEntrySources, sourceOf } from "./stored-article.ts";
import { tellingColumns, toTelling } from "./tellings.ts";

/** See ArchiveStore.archived. */
export async function archivedIn(
  db: Kysely<Tables>,
  feedId: string,
  clusterIds: readonly string[],
): Promise<ReadonlyMap<string, Archived>> {
  const pending = await inBatches(clusterIds, (ids) =>
    db
      .selectFrom("archive_pending")
      .select(["cluster_id", "face", "wording", "content", "updated_at"])
      .where("feed_id", "=", feedId)
      .where("cluster_id", "in", ids)
      .execute(),
  );
  const newest = await inBatches(clusterIds, (ids) =>
    db
      .selectFrom("archive_entry")
      .select(["cluster_id", "article_id", "updated_at", "withdrawn_at"])
      .select(["face", "wording", "content"])
      .select(sql<number>`entry IS NULL`.as("is_tombstone"))
      .where("feed_id", "=", feedId)
      .where("cluster_id", "in", ids)
      .orderBy("id")
      .execute(),
  );
  const waiting = new Map(pending.map((row) => [row.cluster_id, row]));
  const last = new Map(newest.map((row) => [row.cluster_id, row]));
  return new Map(
    [...new Set([...waiting.keys(), ...last.keys()])].map((id) => {
      const row = last.get(id);
      const place = row && {
        updatedAt: row.updated_at,
        articleId: row.article_id,
        isTombstone: row.is_tombstone === 1,
        isWithdrawn: row.withdrawn_at !== null,
      };
      const told = toTelling(waiting.get(id)) ?? toTelling(row);
      return [id, { isPending: waiting.has(id), told, last: place ?? null }];
    }),
  );
}

/** A place as it is written, with the revision at which its entry was read. */
export type PackedPlace = Pick<Freezable, "clusterId" | "revision"> & {
  readonly columns: ReturnType<typeof columnsOf>;
};

/** Does all the work that needs no database, so that the write lock is not held meanwhile: some 10 ms of a page. */
export const packPlaces = (places: readonly Freezable[]): readonly PackedPlace[] =>
  places.map((place) => ({
    clusterId: place.clusterId,
    revision: place.revision,
    columns: columnsOf(place),
  }));

type Freezing = { readonly places: readonly PackedPlace[]; readonly now: number };

/** See ArchiveStore.freeze. An entry that changed since it was read waits for the next page. */
export async function freezePage(
  trx: Transaction<Tables>,
  feedId: string,
  { places, now }: Freezing,
): Promise<void> {
  const ids = places.map(({ clusterId }) => clusterId);
  const rows = await trx
    .selectFrom("archive_pending")
    .innerJoin("cluster", "cluster.id", "archive_pending.cluster_id")
    .select(["archive_pending.cluster_id", "cluster.revision"])
    .where("feed_id", "=", feedId)
    .where("cluster_id", "in", ids)
    .execute();
  const revisions = new Map(rows.map(({ cluster_id, revision }) => [cluster_id, revision]));
  const frozen = places.filter((place) => revisions.get(place.clusterId) === place.revision);
  if (frozen.length === 0) return;
  const { pages: page } = await trx
    .updateTable("archive_feed")
    .set({ pages: sql`pages + 1` })
    .where("feed_id", "=", feedId)
    .returning("pages")
    .executeTakeFirstOrThrow();
  await trx.insertInto("archive_page").values({ feed_id: feedId, page, frozen_at: now }).execute();
  await trx
    .insertInto("archive_entry")
    .values(frozen.map(({ columns }) => ({ feed_id: feedId, page, ...columns })))
    .execute();
  await trx
    .deleteFrom("archive_pending")
    .where("feed_id", "=", feedId)
    .where(
      "cluster_id",
      "in",
      frozen.map(({ clusterId }) => clusterId),
    )
    .execute();
}

const columnsOf = ({ withdrawal, entry, telling, ...place }: Freezable) => ({
  ...tellingColumns(telling),
  cluster_id: place.clusterId,
  entry_id: place.entryId,
  article_id: place.articleId,
  entry: entry === null ? null : gzipSync(JSON.stringify(entry)),
  withdrawn_at: withdrawal?.at ?? null,
  withdrawn_reason: withdrawal?.reason ?? null,
});

/** See ArchiveStore.page. */
export async function loadPage(
  db: Kysely<Tables>,
  feedId: string,
  page: number,
): Promise<FrozenPage | null> {
  const frozen = await db
    .selectFrom("archive_page")
    .select("frozen_at")
    .where("feed_id", "=", feedId)
    .where("page", "=", page)
    .executeTakeFirst();
  if (!frozen) return null;
  const rows = await db
    .selectFrom("archive_entry")
    .innerJoin("article", "article.id", "archive_entry.article_id")
    .selectAll("archive_entry")
    .leftJoin("article_body", "article_body.article_id", "archive_entry.article_id")
    .leftJoin("item_raw", "item_raw.article_id", "archive_entry.article_id")
    .select(["article.republish", ...BODY_COLUMNS])
    .where("archive_entry.feed_id", "=", feedId)
    .where("archive_entry.page", "=", page)
    .orderBy("archive_entry.id")
    .execute();
  const sources = await loadEntrySources(db);
  return { frozenAt: frozen.frozen_at, places: rows.map((row) => toPlace(row, sources)) };
}

type PlaceRow = PackedBody & {
  readonly entry_id: string;
  readonly entry: Uint8Array | null;
  readonly withdrawn_at: number | null;
  readonly withdrawn_reason: string | null;
  readonly republish: string;
};

function toPlace(row: PlaceRow, sources: EntrySources): FrozenPlace {
  const { entry_id: entryId, withdrawn_at: at, withdrawn_reason: reason } = row;
  const isLeftOut = row.entry === null || at !== null;
  return {
    entryId,
    entry: isLeftOut ? null : named(entryOf(row.entry), sources),
    withdrawal: at === null ? null : { at, reason },
    republish: row.republish as Rights,
    text: unpackBody(row).text,
  };
}

/** Values that older snapshots lack. */
const NOT_NOTED: Pick<Entry, "episode" | "licences" | "via"> = {
  episode: null,
  licences: [],
  via: null,
};

const entryOf = (compressed: Uint8Array): Entry => ({
  ...NOT_NOTED,
  ...(JSON.parse(gunzipSync(compressed).toString("utf8")) as Entry),
});

/**
 * Names sources as they are named today: older snapshots have the polled address or a former id, which may hold
 * secrets.
 */
function named(snapshot: Entry, sources: EntrySources): Entry {
  const entry = underTodaysIds(snapshot, sources);
  const today = (source: EntrySource): EntrySource =>
    source.feedId === undefined ? sourceOf(source.id, sources) : source;
  const copies = entry.copies.map((copy) => ({ ...copy, source: today(copy.source) }));
  return { ...entry, source: today(entry.source), copies };
}

/** Replaces former ids everywhere, also in the text: a source without a title is called by its id. */
function underTodaysIds(entry: Entry, sources: EntrySources): Entry {
  const { source, via, copies } = entry;
  const named = [source, ...(via ? [via] : []), ...copies.map((copy) => copy.source)];
  const ids = named.map(({ id }) => [id, sourceOf(id, sources).id] as const);
  const renamed = new Map(ids.filter(([former, today]) => former !== today));
  if (renamed.size === 0) return entry;
  const text = [...renamed].reduce(
    (json, [former, today]) => json.replaceAll(former, today),
    JSON.stringify(entry),
  );
  return JSON.parse(text) as Entry;
}
