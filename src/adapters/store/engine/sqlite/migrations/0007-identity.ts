import { type Kysely, sql } from "kysely";
import { foldName } from "../../../../../core/articles/identity/fold-name.ts";
import { givenAddress } from "../../../../../core/urls/canonical-url.ts";

const TABLES: readonly string[] = [
  `ALTER TABLE article ADD COLUMN guid_fold TEXT`,
  `ALTER TABLE article ADD COLUMN address_fold TEXT`,
  `CREATE INDEX article_by_guid ON article (source_id, guid_fold, entered_at) WHERE guid_fold IS NOT NULL`,
  `CREATE INDEX article_by_address ON article (source_id, address_fold, entered_at) WHERE address_fold IS NOT NULL`,
  `CREATE TABLE weak_name (
    source_id TEXT NOT NULL REFERENCES source(id), kind TEXT NOT NULL CHECK (kind IN ('guid', 'address')),
    name TEXT NOT NULL, PRIMARY KEY (source_id, kind, name)
  ) STRICT, WITHOUT ROWID`,
];

/** Until now two articles share a name only if both were in one document, and plainly not one article. */
const WEAK_NAMES: readonly string[] = [
  `INSERT INTO weak_name SELECT DISTINCT source_id, 'guid', guid_fold FROM article
    WHERE guid IS NOT NULL GROUP BY source_id, guid HAVING count(*) > 1`,
  `INSERT INTO weak_name SELECT DISTINCT source_id, 'address', address_fold FROM article
    WHERE guid IS NULL AND address_fold IS NOT NULL GROUP BY source_id, link HAVING count(*) > 1`,
];

/**
 * Adds folded names, by which an article is found under another spelling, and weak names, which several articles share.
 */
export async function identify(db: Kysely<unknown>): Promise<void> {
  await runAll(db, TABLES);
  await foldNames(db);
  await runAll(db, WEAK_NAMES);
}

async function runAll(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

type ArticleRowBefore = {
  readonly id: string;
  readonly guid: string | null;
  readonly link: string | null;
};

const ROWS = 1000;

async function foldNames(db: Kysely<unknown>): Promise<void> {
  for (let after = ""; ; ) {
    const { rows } = await sql<ArticleRowBefore>`
      SELECT id, guid, link FROM article WHERE id > ${after} ORDER BY id LIMIT ${ROWS}`.execute(db);
    for (const { id, guid, link } of rows) {
      const address = givenAddress(link);
      await sql`UPDATE article SET guid_fold = ${guid === null ? null : foldName(guid)},
        address_fold = ${address === null ? null : foldName(address)} WHERE id = ${id}`.execute(db);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS) return;
    after = last.id;
  }
}
