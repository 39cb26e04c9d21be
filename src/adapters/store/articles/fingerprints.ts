import type { Kysely, Transaction } from "kysely";
import type { ArticleDraft } from "../../../core/articles/article-draft.ts";
import type { ArticleUpdate, IngestIntent } from "../../../core/intake/ingest-intent.ts";
import { type Fingerprint, fingerprintFrom } from "../../../core/similarity/fingerprint.ts";
import { inBatches } from "../batches.ts";
import { rowStatement } from "../engine/row-statement.ts";
import { excluded } from "../excluded.ts";
import type { FingerprintTable, Tables } from "../schema/tables.ts";
import { addToIndex, type CrowdedKeys, deleteKeys, type KeyRow, periodOf } from "./sampled-keys.ts";
import { bytesOf, wordsFrom } from "./words.ts";

/**
 * Members by which a cluster is found. With more, its own keys would be crowded, and a text that a hundred houses edit
 * would no longer be found.
 */
const MAX_INDEXED = 20;

/**
 * Takes the keys of articles whose text changed out of the index, before they get new ones. @returns the articles that
 * were in the index.
 */
export async function forgetKeys(
  db: Kysely<Tables>,
  updates: readonly ArticleUpdate[],
): Promise<ReadonlySet<string>> {
  const ids = updates.filter(({ isNewText }) => isNewText).map(({ id }) => id);
  const rows = await inBatches(ids, (batch) => printsOf(db, batch).execute());
  const keys = rows.map((row) => ({
    fingerprintId: row.id,
    keys: toFingerprint(row).keys,
    comparedAt: row.compared_at,
  }));
  if (keys.length === 0) return new Set();
  const deleted = await deleteKeys(db, keys);
  return new Set(rows.filter(({ id }) => deleted.has(id)).map((row) => row.article_id));
}

type SaveOptions = {
  readonly crowded: CrowdedKeys;
  /** What `forgetKeys` found. */
  readonly wereIndexed: ReadonlySet<string>;
  readonly now: number;
};

/**
 * Saves what later texts are compared with. @returns how many keys and paragraphs came since the last row of the young
 * index was begun, which `tendIndex` is to be told after the transaction; 0 while it grows.
 */
export async function saveFingerprints(
  trx: Transaction<Tables>,
  intent: IngestIntent,
  { crowded, wereIndexed, now }: SaveOptions,
): Promise<number> {
  const { inserts, updates, sightings } = intent;
  const fresh = inserts.map((insert) => ({ ...insert, comparedAt: insert.publishedAt }));
  const changed = updates.filter(({ isNewText }) => isNewText);
  const saved = [...fresh, ...changed];
  const rest = unindexed(intent, new Set(saved.map(({ id }) => id)), wereIndexed);
  const [others = [], indexed = []] = [true, false].map((isRest) =>
    saved.filter(({ id }) => rest.has(id) === isRest),
  );
  await savePrints(trx, others);
  const keys = await savePrints(trx, indexed);
  return addToIndex(trx, { keys, sightings, crowded }, now);
}

/** Articles that are not indexed: their clusters have enough indexed members. */
function unindexed(
  { clusters }: IngestIntent,
  savedIds: ReadonlySet<string>,
  wereIndexed: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    clusters.flatMap(({ members }) => {
      const arrivals = [...members.keys()].filter((id) => savedIds.has(id) && !wereIndexed.has(id));
      const room = MAX_INDEXED - (members.size - arrivals.length);
      return arrivals.slice(Math.max(0, room));
    }),
  );
}

const printsOf = (db: Kysely<Tables>, articleIds: readonly string[]) =>
  db
    .selectFrom("fingerprint")
    .innerJoin("article", "article.id", "fingerprint.article_id")
    .selectAll("fingerprint")
    .select("article.compared_at")
    .where("fingerprint.article_id", "in", articleIds);

type Printed = {
  readonly id: string;
  readonly draft: Pick<ArticleDraft, "fingerprint">;
  readonly comparedAt: number;
};

/** @returns the keys under which the articles are to be found. */
export async function savePrints(
  trx: Transaction<Tables>,
  list: readonly Printed[],
): Promise<KeyRow[]> {
  const stored = await savePrint(
    trx,
    list.map(({ id, draft, comparedAt }) => ({
      article_id: id,
      tokens: bytesOf(draft.fingerprint.tokens),
      blocks: bytesOf(draft.fingerprint.blocks),
      period: periodOf(comparedAt),
    })),
  );
  return list.map(({ id, draft, comparedAt }, n) => {
    const fingerprintId = stored[n]?.id;
    if (fingerprintId === undefined) throw new Error(`the fingerprint of ${id} was not stored`);
    return { fingerprintId, keys: draft.fingerprint.keys, comparedAt };
  });
}

const savePrint = rowStatement<Omit<FingerprintTable, "id">, { readonly id: number }>((db, row) =>
  db
    .insertInto("fingerprint")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("article_id").doUpdateSet(excluded(["tokens", "blocks", "period"])),
    )
    .returning("id"),
);

/** The stored fingerprints, by article id. */
export async function loadFingerprints(
  db: Kysely<Tables>,
  articleIds: Iterable<string>,
): Promise<ReadonlyMap<string, Fingerprint>> {
  const rows = await inBatches(articleIds, (ids) =>
    db.selectFrom("fingerprint").selectAll().where("article_id", "in", ids).execute(),
  );
  return new Map(rows.map((row) => [row.article_id, toFingerprint(row)]));
}

type Stored = { readonly tokens: Uint8Array; readonly blocks: Uint8Array };

const toFingerprint = ({ tokens, blocks }: Stored): Fingerprint =>
  fingerprintFrom(wordsFrom(tokens), wordsFrom(blocks));
