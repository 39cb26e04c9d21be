import { type Kysely, sql } from "kysely";
import type { BlockSighting } from "../../../core/similarity/comparison.ts";
import { type Hits, hit, MAX_SHARED, nearest } from "../../../core/similarity/neighbours.ts";
import { DAY_MS, LATEST_MS } from "../../../core/similarity/pair.ts";
import { eachNumber, rowsOfNumbers } from "../engine/functions.ts";
import type { Tables } from "../schema/tables.ts";
import { appendYoung, loadYoung, removeYoung } from "./young-index.ts";
import { clusterIdOf, type YoungMatch, type YoungRecord, youngOf } from "./young-records.ts";

/**
 * The sampled keys and the blocks of the last weeks: those that came last in the young index, the others in tables of
 * their own. A list is one parameter, and one statement serves a period,
 * however many texts a poll brings. A key that more than MAX_SHARED articles of its period have is crowded: it gets no
 * further article, which bounds what a key costs.
 */

/**
 * Long enough that a search (14 days before and after) looks into five periods at most, of which two lie in the future
 * and are empty.
 */
const PERIOD_MS = 7 * DAY_MS;

export const periodOf = (at: number): number => Math.floor(at / PERIOD_MS);

export type KeyQuery = { readonly keys: readonly number[]; readonly comparedAt: number };

/** The result of a search. */
export type Nearest = {
  /** For each query the fingerprints that share most of its keys, the nearest first. */
  readonly ids: readonly (readonly number[])[];
  /** Keys that get no further articles. */
  readonly crowded: CrowdedKeys;
};

export type CrowdedKeys = ReadonlySet<number>;

export async function nearestFingerprints(
  db: Kysely<Tables>,
  queries: readonly KeyQuery[],
): Promise<Nearest> {
  const crowded = new Set<number>();
  const idsByPeriod = new Map<number, ReadonlyMap<number, readonly number[]>>();
  const wanted = await wantedByPeriod(db, queries);
  const young = youngOf(await loadYoung(db), wanted, "keys");
  for (const [period, keys] of wanted) {
    const { rows } = await sql<{ key: number; id: number }>`
      SELECT sample_key.key AS key, sample_key.fingerprint_id AS id
      FROM ${eachNumber(keys)} CROSS JOIN sample_key
      WHERE sample_key.period = ${period} AND sample_key.key = wanted.value`.execute(db);
    const ids = idsByKey([...rows, ...(young.get(period) ?? []).map(youngKey)]);
    for (const [key, { length }] of ids) if (length > MAX_SHARED) crowded.add(key);
    idsByPeriod.set(period, ids);
  }
  return { ids: queries.map((query) => nearest(countHits(query, idsByPeriod))), crowded };
}

/** The keys to look for in each period that holds any. */
async function wantedByPeriod(
  db: Kysely<Tables>,
  queries: readonly KeyQuery[],
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const rows = await db.selectFrom("key_period").select("period").execute();
  const kept = new Set(rows.map(({ period }) => period));
  const wanted = new Map<number, Set<number>>();
  for (const { keys, comparedAt } of queries) {
    for (const period of periodsAround(comparedAt).filter((each) => kept.has(each))) {
      const all = wanted.get(period) ?? new Set();
      for (const key of keys) all.add(key);
      wanted.set(period, all);
    }
  }
  return wanted;
}

/** The periods that hold articles of the 14 days before and after. */
function periodsAround(at: number): readonly number[] {
  const periods: number[] = [];
  for (let period = periodOf(at - LATEST_MS); period <= periodOf(at + LATEST_MS); period += 1) {
    periods.push(period);
  }
  return periods;
}

function idsByKey(
  rows: readonly { readonly key: number; readonly id: number }[],
): ReadonlyMap<number, readonly number[]> {
  const ids = new Map<number, number[]>();
  for (const { key, id } of rows) {
    const known = ids.get(key);
    if (known === undefined) ids.set(key, [id]);
    // A key that is being moved out of the young index is in both.
    else if (!known.includes(id)) known.push(id);
  }
  return ids;
}

/** Which keys each fingerprint shares with the query. Keys that too many articles share do not count. */
function countHits(
  { keys, comparedAt }: KeyQuery,
  idsByPeriod: ReadonlyMap<number, ReadonlyMap<number, readonly number[]>>,
): Hits<number> {
  const periods = periodsAround(comparedAt).flatMap((period) => idsByPeriod.get(period) ?? []);
  const hits: Hits<number> = new Map();
  for (const key of keys) {
    const ids = periods.flatMap((period) => period.get(key) ?? []);
    if (ids.length > MAX_SHARED) continue;
    for (const id of ids) hit(hits, id, key);
  }
  return hits;
}

const youngKey = ({ value, record }: YoungMatch<"keys">) => ({
  key: value,
  id: record.fingerprintId,
});

const youngBlock = ({ value, record }: YoungMatch<"blocks">) => ({
  hash: value,
  cluster: clusterIdOf(record.cluster),
});

export type KeyRow = {
  readonly fingerprintId: number;
  readonly keys: readonly number[];
  readonly comparedAt: number;
};

/** What later texts are found by and compared with. */
type ToIndex = {
  readonly keys: readonly KeyRow[];
  readonly sightings: readonly BlockSighting[];
  /** These get no more articles. */
  readonly crowded: CrowdedKeys;
};

/** Adds keys and sightings in one go. @returns as `appendYoung`. */
export async function addToIndex(
  db: Kysely<Tables>,
  { keys, sightings, crowded }: ToIndex,
  now: number,
): Promise<number> {
  await touchPeriods(db, [...keys, ...sightings], now);
  return appendYoung(db, [
    ...keys.map((row) => keyRecord(row, crowded)),
    ...blockRecords(sightings),
  ]);
}

const keyRecord = (
  { fingerprintId, keys, comparedAt }: KeyRow,
  crowded: CrowdedKeys,
): YoungRecord => ({
  kind: "keys",
  period: periodOf(comparedAt),
  fingerprintId,
  values: Uint32Array.from(keys.filter((key) => !crowded.has(key))),
});

/** One for each cluster and period. */
function blockRecords(sightings: readonly BlockSighting[]): readonly YoungRecord[] {
  const groups = Map.groupBy(
    sightings,
    ({ clusterId, comparedAt }) => `${periodOf(comparedAt)} ${clusterId}`,
  );
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : {
          kind: "blocks" as const,
          period: periodOf(first.comparedAt),
          cluster: Buffer.from(first.clusterId),
          values: Uint32Array.from([first, ...rest], ({ hash }) => hash),
        },
  );
}

function listed(rows: readonly KeyRow[]): readonly (readonly [number, number, number])[] {
  const list = rows.flatMap(({ fingerprintId, keys, comparedAt }) => {
    const period = periodOf(comparedAt);
    return keys.map((key) => [period, key, fingerprintId] as const);
  });
  return list.sort(
    ([period, key], [otherPeriod, otherKey]) => period - otherPeriod || key - otherKey,
  );
}

/** @returns the fingerprints that had keys. */
export async function deleteKeys(
  db: Kysely<Tables>,
  rows: readonly KeyRow[],
): Promise<ReadonlySet<number>> {
  const deleted = await sql<{ id: number }>`
    DELETE FROM sample_key WHERE (period, key, fingerprint_id) IN ${rowsOfNumbers(listed(rows))}
    RETURNING fingerprint_id AS id`.execute(db);
  const ids = new Set(rows.map(({ fingerprintId }) => fingerprintId));
  const young = await removeYoung(
    db,
    (each) => each.kind === "keys" && ids.has(each.fingerprintId),
  );
  return new Set([
    ...deleted.rows.map(({ id }) => id),
    ...young.flatMap((each) => (each.kind === "keys" ? each.fingerprintId : [])),
  ]);
}

export type BlockQuery = { readonly hashes: readonly number[]; readonly comparedAt: number };

/**
 * The clusters in which paragraphs were seen, by paragraph. Sightings end once a paragraph is boilerplate
 * (core/similarity/comparison.ts).
 */
export async function blockClusters(
  db: Kysely<Tables>,
  queries: readonly BlockQuery[],
): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const found = new Map<number, Set<string>>();
  const keyed = queries.map(({ hashes, comparedAt }) => ({ keys: hashes, comparedAt }));
  const wanted = await wantedByPeriod(db, keyed);
  const young = youngOf(await loadYoung(db), wanted, "blocks");
  for (const [period, hashes] of wanted) {
    const { rows } = await sql<{ hash: number; cluster: string }>`
      SELECT block.hash AS hash, block.cluster_id AS cluster
      FROM ${eachNumber(hashes)} CROSS JOIN block
      WHERE block.period = ${period} AND block.hash = wanted.value`.execute(db);
    for (const { hash, cluster } of [...rows, ...(young.get(period) ?? []).map(youngBlock)]) {
      found.set(hash, (found.get(hash) ?? new Set()).add(cluster));
    }
  }
  return found;
}

/** What is told to the hour is not written with each poll. */
const TOUCHED_WITHIN_MS = 3_600_000;

async function touchPeriods(
  db: Kysely<Tables>,
  rows: readonly { readonly comparedAt: number }[],
  now: number,
): Promise<void> {
  const periods = new Set(rows.map(({ comparedAt }) => periodOf(comparedAt)));
  for (const period of periods) {
    await db
      .insertInto("key_period")
      .values({ period, touched_at: now })
      .onConflict((conflict) =>
        conflict
          .column("period")
          .doUpdateSet({ touched_at: now })
          .where("key_period.touched_at", "<", now - TOUCHED_WITHIN_MS),
      )
      .execute();
  }
}
