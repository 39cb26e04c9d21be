import { join } from "node:path";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import { expect, it } from "vitest";
import { MIGRATIONS } from "../../../../../src/adapters/store/engine/sqlite/migrations.ts";
import { aDraft, aRemote, DAY, NOW } from "../../../../support/builders.ts";
import { temporaryFolder } from "../../../../support/temporary-folder.ts";
import { openFile, openWith, poll, storesOn } from "../../open-store.ts";

const WEEK = 7 * DAY;

/** A database as it was before pages were fetched, with one article. */
async function writeOld(file: string): Promise<void> {
  const database = new Database(file);
  database.pragma(`application_id = ${0x4f465052}`);
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  for (const name of ["0001-start", "0002-similarity", "0003-editor"]) {
    await MIGRATIONS[name]?.up(db);
  }
  const names = ["0001-start", "0002-similarity", "0003-editor"];
  await sql`CREATE TABLE kysely_migration (name TEXT PRIMARY KEY, timestamp TEXT NOT NULL)`.execute(
    db,
  );
  await sql`CREATE TABLE kysely_migration_lock (id TEXT PRIMARY KEY, is_locked INTEGER NOT NULL)`.execute(
    db,
  );
  await sql`INSERT INTO kysely_migration_lock VALUES ('migration_lock', 0)`.execute(db);
  for (const [index, name] of names.entries()) {
    const timestamp = new Date(NOW + index).toISOString();
    await sql`INSERT INTO kysely_migration VALUES (${name}, ${timestamp})`.execute(db);
  }
  await fill(db);
  await db.destroy();
}

/** What the plain draft was stored as. */
async function fill(db: Kysely<unknown>): Promise<void> {
  const { key, title, text, summary, contentHash, metadataHash, textHash, link } = aDraft();
  const { cleanup: _, ...definition } = aRemote();
  await sql`INSERT INTO source VALUES ('valley', ${aRemote().url}, ${JSON.stringify(definition)}, 0, '{}', 0)`.execute(
    db,
  );
  await sql`INSERT INTO article (id, source_id, key, guid, link, canonical_url, title, summary, authors, categories,
    republish, enclosures, published_at, updated_at, received_at, entered_at, derived, is_summary_only, is_on_own_host,
    content_hash, metadata_hash, text_hash, token_count, compared_at, first_published_at)
    VALUES (${`valley/${key}`}, 'valley', ${key}, ${key}, ${link}, ${link}, ${title}, ${summary}, '[]', '[]', 'full', '[]',
    ${NOW}, ${NOW}, ${NOW}, ${NOW}, '[]', 0, 1, ${contentHash}, ${metadataHash}, ${textHash}, 200, ${NOW}, ${NOW})`.execute(
    db,
  );
  await sql`INSERT INTO article_body VALUES (${`valley/${key}`}, ${text}, ${text}, '[]')`.execute(
    db,
  );
  await sql`INSERT INTO cluster VALUES (${`valley/${key}`}, ${key}, ${`valley/${key}`}, ${`valley/${key}`}, ${NOW}, NULL, 1)`.execute(
    db,
  );
  await sql`INSERT INTO cluster_member VALUES (${`valley/${key}`}, ${`valley/${key}`}, '{"rule":"lead"}', ${NOW})`.execute(
    db,
  );
  const { tokens, blocks } = aDraft().fingerprint;
  await sql`INSERT INTO fingerprint (article_id, tokens, blocks) VALUES (${`valley/${key}`},
    ${Buffer.from(tokens.buffer)}, ${Buffer.from(blocks.buffer)})`.execute(db);
}

it("names that two stored articles have are known as weak, and others are found in another spelling", async () => {
  const file = join(temporaryFolder(), "offprint.db");
  await writeOld(file);
  const old = new Database(file);
  for (const n of [1, 2]) {
    old.exec(`INSERT INTO article SELECT 'valley/0 ${n}', source_id, '0 ${n}', '0', NULL, NULL, title, summary, authors,
      categories, language, rights, republish, image, enclosures, comments_url, published_at, updated_at, received_at,
      entered_at, derived, is_summary_only, is_on_own_host, content_hash, metadata_hash, text_hash, token_count,
      compared_at, first_published_at FROM article LIMIT 1`);
  }
  old.close();
  const { db } = await openFile(file);
  expect(await db.selectFrom("weak_name").selectAll().execute()).toEqual([
    { source_id: "valley", kind: "guid", name: "0" },
  ]);
  const folded = await db.selectFrom("article").select(["guid_fold", "address_fold"]).execute();
  expect(folded).toContainEqual({
    guid_fold: "valley.example?p=1",
    address_fold: "valley.example/bridge",
  });
});

it("what was stored before pages were fetched counts as received as it is", async () => {
  const file = join(temporaryFolder(), "offprint.db");
  await writeOld(file);
  const { db } = await openFile(file);
  const store = await openWith(async () => storesOn(db), [aRemote()]);
  expect(await store.revisions.wanted()).toEqual([]);

  const { counts } = await poll(store.ingest, { source: "valley", drafts: [aDraft()], now: NOW });
  expect(counts).toMatchObject({ new: 0, updated: 0, unchanged: 1 });
  const [entry] = await store.publish.entries({ sources: [], after: null, limit: 10 });
  expect(entry?.article).toMatchObject({ lowered: [], provenance: {} });
  const { period } = await db.selectFrom("fingerprint").select("period").executeTakeFirstOrThrow();
  expect(period).toBe(Math.floor(NOW / WEEK));
});
