import { type Kysely, sql } from "kysely";
import { type DecisionBasis, type Footprint, restOn } from "../engine/decision-basis.ts";
import { rowsOfNumbers, rowsWithText } from "../engine/functions.ts";
import type { Tables } from "../schema/tables.ts";
import { loadYoung, REARRANGES_YOUNG, type YoungRow, youngChanged } from "./young-index.ts";
import { clusterIdOf, eachPlace, eachWanted } from "./young-records.ts";

/**
 * Moves young keys and paragraphs into their indexes: all that were there when the merge began, by ranges of values, a
 * range whenever a row of the young index is full: each range goes through all of them, which takes as long as moving a
 * thousand. So a page of an index is written once for all articles that have a value on it, and no
 * transaction takes long. Until all ranges are done the records stay where they are, and what is in both places counts
 * once. Each range is a transaction: a killed process loses nothing.
 */

/**
 * 1,700 articles of 280 words without paragraphs of their own, or 1,200 with. Twice as many are half as many writes of
 * index pages, and double the time of a search, which goes through all of them.
 */
const MERGED_AT = 256 * 1024;
/**
 * Values are moved this many at a time, and more when more come: a merge must end before the next is due. Twice what came
 * is 4,000 values, or 8 ms under the lock, in a poll of 50 new articles; meanwhile half as much as is merged comes.
 */
const LEAST = 500;
const TIMES_WHAT_CAME = 2;

/** Values are told apart by their upper bits: a range ends between two of these. */
const BINS = 65_536;
const binOf = (value: number): number => value >>> 16;

type Merge = {
  /** The last row that is merged. */
  readonly upTo: number;
  /** Values below this bin are in the indexes. */
  readonly from: number;
};

/**
 * Takes a merge further, or begins one when it is due.
 *
 * @param came how many values were written since the last time.
 * @param mergedAt bytes of young records at which a merge is due.
 */
export async function mergeSome(
  db: Kysely<Tables>,
  came: number,
  mergedAt = MERGED_AT,
): Promise<void> {
  const merge = (await mergeUnderWay(db)) ?? (await beginMerge(db, mergedAt));
  if (merge === null) return;
  const rows = (await loadYoung(db)).filter(({ id }) => id <= merge.upTo);
  const wanted = Math.max(LEAST, TIMES_WHAT_CAME * came);
  const to = endOfRange(rows, merge.from, wanted);
  await restOn(db, () => MERGING);
  await move(db, rows, (value) => binOf(value) >= merge.from && binOf(value) < to);
  if (to < BINS) return saveMerge(db, { upTo: merge.upTo, from: to });
  youngChanged(db);
  await db.deleteFrom("young_index").where("id", "<=", merge.upTo).execute();
  await db.deleteFrom("counter").where("name", "in", [UP_TO, FROM]).execute();
}

const YOUNG_ROWS: Footprint = { tags: new Set([REARRANGES_YOUNG]), texts: [] };
const MERGING: DecisionBasis = { reads: YOUNG_ROWS, writes: YOUNG_ROWS };

const UP_TO = "young-merge-up-to";
const FROM = "young-merge-from";

async function mergeUnderWay(db: Kysely<Tables>): Promise<Merge | null> {
  const rows = await db
    .selectFrom("counter")
    .select(["name", "value"])
    .where("name", "in", [UP_TO, FROM])
    .execute();
  const values = new Map(rows.map(({ name, value }) => [name, value]));
  const [upTo, from] = [values.get(UP_TO), values.get(FROM)];
  return upTo === undefined || from === undefined ? null : { upTo, from };
}

/** `null` when none is due. */
async function beginMerge(db: Kysely<Tables>, mergedAt: number): Promise<Merge | null> {
  const { bytes } = await db
    .selectFrom("young_index")
    .select(sql<number | null>`sum(length(bytes))`.as("bytes"))
    .executeTakeFirstOrThrow();
  if ((bytes ?? 0) < mergedAt) return null;
  await restOn(db, () => MERGING);
  const { last } = await db
    .selectFrom("young_index")
    .select(({ fn }) => fn.max("id").as("last"))
    .executeTakeFirstOrThrow();
  if (last === null) return null;
  // What comes from now on goes into a row behind those that are merged.
  youngChanged(db);
  await db.insertInto("young_index").values({ bytes: Buffer.of() }).execute();
  return { upTo: last, from: 0 };
}

async function saveMerge(db: Kysely<Tables>, { upTo, from }: Merge): Promise<void> {
  await db
    .insertInto("counter")
    .values([
      { name: UP_TO, value: upTo },
      { name: FROM, value: from },
    ])
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: sql`excluded.value` }))
    .execute();
}

/** The bin before which a range ends that begins at `from` and has as many values as wanted, or a few more. */
function endOfRange(rows: readonly YoungRow[], from: number, wanted: number): number {
  const counts = new Uint32Array(BINS);
  for (const { words } of rows) {
    eachPlace(words, (_head, start, end) => {
      for (let at = start; at < end; at++) {
        const bin = binOf(words[at] ?? 0);
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
    });
  }
  let sum = 0;
  for (let bin = from; bin < BINS; bin += 1) {
    sum += counts[bin] ?? 0;
    if (sum >= wanted) return bin + 1;
  }
  return BINS;
}

/** Inserts in the order of the indexes, so that neighbours are written to one page. */
async function move(
  db: Kysely<Tables>,
  rows: readonly YoungRow[],
  isInRange: (value: number) => boolean,
): Promise<void> {
  const keys: [number, number, number][] = [];
  const blocks: [number, number, string][] = [];
  for (const { words } of rows) {
    eachWanted(
      words,
      () => isInRange,
      (record) => {
        for (const value of record.values) {
          if (record.kind === "keys") keys.push([record.period, value, record.fingerprintId]);
          else blocks.push([record.period, value, clusterIdOf(record.cluster)]);
        }
      },
    );
  }
  await sql`INSERT INTO sample_key (period, key, fingerprint_id)
    SELECT * FROM ${rowsOfNumbers(keys.sort(byPlace))} AS given WHERE true
    ON CONFLICT DO NOTHING`.execute(db);
  await sql`INSERT INTO block (period, hash, cluster_id)
    SELECT * FROM ${rowsWithText(blocks.sort(byPlace))} AS given WHERE true
    ON CONFLICT DO NOTHING`.execute(db);
}

type IndexRow = readonly [period: number, value: number, ...unknown[]];

const byPlace = ([period, value]: IndexRow, [otherPeriod, otherValue]: IndexRow): number =>
  period - otherPeriod || value - otherValue;
