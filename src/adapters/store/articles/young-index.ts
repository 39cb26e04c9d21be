import type { Kysely } from "kysely";
import type { Tables } from "../schema/tables.ts";
import { bytesOf, wordsFrom } from "./words.ts";
import { eachRecord, recordWords, type YoungRecord } from "./young-records.ts";

/**
 * What was written lately of sampled keys and paragraphs, in the order of its coming. A search goes through all of it,
 * which takes a millisecond at most; merge-young.ts moves it into the indexes in bulk.
 */

/**
 * A tag (engine/decision-basis.ts) of whatever writes to other rows than the last. A merge reads these; searches find a key in either
 * place.
 */
export const REARRANGES_YOUNG = 1;

export type YoungRow = { readonly id: number; readonly words: Uint32Array };

/** Bytes that a row grows to, so that a short record is added on a page that was written anyway, and none overflows. */
const MOST_BYTES = 3000;

export async function loadYoung(db: Kysely<Tables>): Promise<readonly YoungRow[]> {
  const known = loaded.get(db);
  if (known !== undefined) return known;
  const rows = await db.selectFrom("young_index").selectAll().orderBy("id").execute();
  const young = rows.map(({ id, bytes }) => ({ id, words: wordsFrom(bytes) }));
  if (db.isTransaction) loaded.set(db, young);
  return young;
}

/** What a transaction has loaded. A search for keys is followed by one for paragraphs. */
const loaded = new WeakMap<Kysely<Tables>, readonly YoungRow[]>();

/** To be called when a transaction writes to the young index. */
export const youngChanged = (db: Kysely<Tables>): boolean => loaded.delete(db);

/**
 * Adds records to the last row, or in a row of their own when that is full. @returns how many words came since the row
 * before was begun; 0 while a row grows.
 */
export async function appendYoung(
  db: Kysely<Tables>,
  records: readonly YoungRecord[],
): Promise<number> {
  const added = joined(records.map(recordWords));
  if (added.length === 0) return 0;
  youngChanged(db);
  const last = await db
    .selectFrom("young_index")
    .selectAll()
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last !== undefined && last.bytes.length + added.byteLength <= MOST_BYTES) {
    await saveYoung(db, { id: last.id, words: joined([wordsFrom(last.bytes), added]) });
    return 0;
  }
  await db
    .insertInto("young_index")
    .values({ bytes: bytesOf(added) })
    .execute();
  return Math.max(added.length, (last?.bytes.length ?? 0) / added.BYTES_PER_ELEMENT);
}

async function saveYoung(db: Kysely<Tables>, { id, words }: YoungRow): Promise<void> {
  youngChanged(db);
  const bytes = bytesOf(words);
  await db.updateTable("young_index").set({ bytes }).where("id", "=", id).execute();
}

/** Takes records out. @returns those that were there. */
export async function removeYoung(
  db: Kysely<Tables>,
  isGone: (record: YoungRecord) => boolean,
): Promise<readonly YoungRecord[]> {
  const removed: YoungRecord[] = [];
  for (const { id, words } of await loadYoung(db)) {
    const kept: Uint32Array[] = [];
    const before = removed.length;
    eachRecord(words, (record) => {
      if (isGone(record)) removed.push(record);
      else kept.push(recordWords(record));
    });
    // An empty row stays: ids of rows only grow, and a merge under way is told by them.
    if (removed.length > before) await saveYoung(db, { id, words: joined(kept) });
  }
  return removed;
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
