import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { countedBlocks } from "../../../../../core/similarity/comparison.ts";
import { type Fingerprint, fingerprintOf } from "../../../../../core/similarity/fingerprint.ts";
import { tokensByLine } from "../../../../../core/text/tokens.ts";
import { formerTokensByLine, mayDiffer } from "./text-rules-1.ts";

type PrintRow = {
  readonly id: number;
  readonly article_id: string;
  readonly cluster_id: string;
  readonly tokens: Uint8Array;
  readonly period: number;
  readonly text: string;
  readonly text_hash: string;
};

const ROWS = 200;

/**
 * Renews fingerprints with their keys and paragraphs, and the hashes of the same texts: of the last weeks, and of
 * withdrawn texts.
 */
export async function renewPrints(db: Kysely<unknown>): Promise<void> {
  for (let after = 0; ; ) {
    const { rows } = await sql<PrintRow>`
      SELECT f.id, f.article_id, m.cluster_id, f.tokens, f.period, b.text, a.text_hash
      FROM fingerprint AS f JOIN article AS a ON a.id = f.article_id
      JOIN article_body AS b ON b.article_id = a.id JOIN cluster_member AS m ON m.article_id = a.id
      WHERE f.id > ${after} ORDER BY f.id LIMIT ${ROWS}`.execute(db);
    for (const row of rows.filter(({ text }) => mayDiffer(text))) await renew(db, row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS) return;
    after = last.id;
  }
}

async function renew(db: Kysely<unknown>, row: PrintRow): Promise<void> {
  const [former, present] = [formerTokensByLine(row.text), tokensByLine(row.text)];
  const [before, now] = [hashOf(former), hashOf(present)];
  if (before === now) return;
  if (row.text_hash === before) await renewHash(db, row, now);
  const print = fingerprintOf(former);
  // A fingerprint that differs is of a withdrawn text that its publisher replaced since: it stays.
  if (bytesOf(print.tokens).equals(row.tokens)) {
    await renewPrint(db, row, { former: print, present: fingerprintOf(present) });
  }
}

/** The text hash of a draft (ingest/compose-draft.ts). */
const hashOf = (paragraphs: readonly (readonly string[])[]): string =>
  createHash("sha256").update(paragraphs.flat().join(" ")).digest("base64url");

/** Renews the hash in `face`, too: an equal text of another lead is no update to readers. */
async function renewHash(db: Kysely<unknown>, row: PrintRow, now: string): Promise<void> {
  const count = tokensByLine(row.text).flat().length;
  await sql`UPDATE article SET text_hash = ${now}, token_count = ${count}
    WHERE id = ${row.article_id}`.execute(db);
  await sql`UPDATE cluster SET face = json_set(face, '$.textHash', ${now})
    WHERE id = ${row.cluster_id} AND face ->> '$.articleId' = ${row.article_id}
    AND face ->> '$.textHash' = ${row.text_hash}`.execute(db);
}

type Prints = { readonly former: Fingerprint; readonly present: Fingerprint };

async function renewPrint(
  db: Kysely<unknown>,
  { id, cluster_id, period }: PrintRow,
  { former, present }: Prints,
): Promise<void> {
  await sql`UPDATE fingerprint SET tokens = ${bytesOf(present.tokens)},
    blocks = ${bytesOf(present.blocks)} WHERE id = ${id}`.execute(db);
  const [old, fresh] = [former.keys, present.keys].map((keys) => JSON.stringify(keys));
  const sampled = await sql`DELETE FROM sample_key WHERE (period, key, fingerprint_id) IN (
    SELECT ${period}, value, ${id} FROM json_each(${old}))`.execute(db);
  if (sampled.numAffectedRows) {
    await sql`INSERT OR IGNORE INTO sample_key (period, key, fingerprint_id)
      SELECT ${period}, value, ${id} FROM json_each(${fresh})`.execute(db);
  }
  const withdrawn = await sql`DELETE FROM withdrawn_key WHERE (key, fingerprint_id) IN (
    SELECT value, ${id} FROM json_each(${old}))`.execute(db);
  if (withdrawn.numAffectedRows) {
    await sql`INSERT OR IGNORE INTO withdrawn_key (key, fingerprint_id)
      SELECT value, ${id} FROM json_each(${fresh})`.execute(db);
  }
  await sql`INSERT OR IGNORE INTO block (period, hash, cluster_id)
    SELECT ${period}, value, ${cluster_id}
    FROM json_each(${JSON.stringify(countedBlocks(present))})`.execute(db);
}

/** In the machine's byte order, which is little-endian on x64 and arm64. */
const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
