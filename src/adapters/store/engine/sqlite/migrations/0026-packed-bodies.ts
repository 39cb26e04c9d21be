import { deflateRawSync } from "node:zlib";
import { type Kysely, sql } from "kysely";

/** The HTML of each article, its text and what was removed become one compressed body. */
export async function packBodies(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE packed_body (
    article_id TEXT PRIMARY KEY REFERENCES article(id), body BLOB NOT NULL
  ) STRICT`.execute(db);
  for (let after = 0; ; ) {
    const { rows } = await bodiesAfter(db, after);
    for (const row of rows) await pack(db, row);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.place;
  }
  await sql`DROP TABLE article_body`.execute(db);
  await sql`ALTER TABLE packed_body RENAME TO article_body`.execute(db);
}

type FormerBody = {
  readonly place: number;
  readonly id: string;
  readonly html: string;
  readonly text: string;
  readonly removed: string;
};

const ROWS = 500;

const bodiesAfter = (db: Kysely<unknown>, after: number) =>
  sql<FormerBody>`SELECT rowid AS place, article_id AS id, content_html AS html, text, removed
    FROM article_body WHERE rowid > ${after} ORDER BY rowid LIMIT ${ROWS}`.execute(db);

/** As articles/body-bytes.ts did it then. */
async function pack(db: Kysely<unknown>, { id, html, text, removed }: FormerBody): Promise<void> {
  const body = deflateRawSync(JSON.stringify([html, text, JSON.parse(removed) as unknown]));
  await sql`INSERT INTO packed_body (article_id, body) VALUES (${id}, ${body})`.execute(db);
}
