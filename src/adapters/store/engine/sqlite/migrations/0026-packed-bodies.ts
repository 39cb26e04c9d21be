import { deflateRawSync, gunzipSync } from "node:zlib";
import { type Kysely, sql } from "kysely";

/**
 * A body is compressed, and one row holds it with what was received, which has its words for a dictionary. Articles of
 * which either is missing get an empty body, or nothing that was received.
 */
export async function packBodies(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE packed_body (
    article_id TEXT PRIMARY KEY REFERENCES article(id),
    body BLOB NOT NULL, received BLOB, received_at INTEGER NOT NULL
  ) STRICT`.execute(db);
  for (let after = 0; ; ) {
    const { rows } = await bodiesAfter(db, after);
    for (const row of rows) await pack(db, row);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.place;
  }
  await sql`DROP TABLE article_body`.execute(db);
  await sql`DROP TABLE item_raw`.execute(db);
  await sql`ALTER TABLE packed_body RENAME TO article_body`.execute(db);
}

type FormerBody = {
  readonly place: number;
  readonly id: string;
  readonly html: string | null;
  readonly text: string | null;
  readonly removed: string | null;
  readonly raw: Uint8Array | null;
  readonly received_at: number | null;
};

const ROWS = 500;

const bodiesAfter = (db: Kysely<unknown>, after: number) =>
  sql<FormerBody>`SELECT article.rowid AS place, article.id, article_body.content_html AS html,
      article_body.text, article_body.removed, item_raw.body AS raw, item_raw.received_at
    FROM article LEFT JOIN article_body ON article_body.article_id = article.id
    LEFT JOIN item_raw ON item_raw.article_id = article.id
    WHERE article.rowid > ${after} ORDER BY article.rowid LIMIT ${ROWS}`.execute(db);

/** As articles/body-bytes.ts did it then. */
async function pack(db: Kysely<unknown>, row: FormerBody): Promise<void> {
  if (row.html === null && row.raw === null) return;
  const removed = JSON.parse(row.removed ?? "[]") as unknown;
  const plain = Buffer.from(JSON.stringify([row.html ?? "", row.text ?? "", removed]));
  const received =
    row.raw === null ? null : deflateRawSync(gunzipSync(row.raw), { dictionary: plain });
  await sql`INSERT INTO packed_body (article_id, body, received, received_at)
    VALUES (${row.id}, ${deflateRawSync(plain)}, ${received}, ${row.received_at ?? 0})`.execute(db);
}
