import { join } from "node:path";
import { gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import { expect, it } from "vitest";
import { MIGRATIONS } from "../../../../../src/adapters/store/engine/sqlite/migrations.ts";
import { createFileLooks } from "../../../../../src/adapters/store/queues/file-look-queue.ts";
import { LEASE_MS } from "../../../../../src/core/lease.ts";
import { FRESH_STATE, type KeptState } from "../../../../../src/core/sources/source-state.ts";
import { aRemote, HOUR, NOW } from "../../../../support/builders.ts";
import { temporaryFolder } from "../../../../support/temporary-folder.ts";
import { claimOf, openFile, sourceOf, storesOn } from "../../open-store.ts";

const [A, B] = ["https://cdn.example/a", "https://cdn.example/b"];
const STATE: KeptState = {
  ...{ ...FRESH_STATE, title: "The valley", failureCount: 3, lastPollAt: NOW },
  lastError: { kind: "http-status", status: 503, retryAfterMs: null },
  ...{ nextPollAt: NOW + HOUR, nextPollReason: "3rd failure in a row" },
};
const DEFINITION = aRemote({ id: "valley" });

/** Inserts a row; what must not be null and is not given is empty. */
function insert(database: Database.Database, table: string, given: Record<string, unknown>): void {
  const columns = database.pragma(`table_info(${table})`) as {
    readonly name: string;
    readonly type: string;
    readonly notnull: number;
    readonly dflt_value: unknown;
  }[];
  const empty = columns.filter(({ notnull, dflt_value }) => notnull === 1 && dflt_value === null);
  const values: Record<string, unknown> = {
    ...Object.fromEntries(empty.map(({ name, type }) => [name, type === "TEXT" ? "" : 0])),
    ...given,
  };
  const names = Object.keys(values);
  database
    .prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => "?").join()})`)
    .run(...Object.values(values));
}

/** A desk of the version before: a source that fails, a page and files that wait, orders. */
async function writeFormer(file: string): Promise<void> {
  const database = new Database(file);
  database.pragma("synchronous = OFF");
  database.pragma(`application_id = ${0x4f465052}`);
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  await sql`CREATE TABLE kysely_migration (name TEXT PRIMARY KEY, timestamp TEXT NOT NULL)`.execute(
    db,
  );
  await sql`CREATE TABLE kysely_migration_lock (id TEXT PRIMARY KEY, is_locked INTEGER NOT NULL)`.execute(
    db,
  );
  insert(database, "kysely_migration_lock", { id: "migration_lock" });
  const names = Object.keys(MIGRATIONS).filter((name) => name < "0024");
  for (const [index, name] of names.entries()) {
    await MIGRATIONS[name]?.up(db);
    insert(database, "kysely_migration", { name, timestamp: new Date(index).toISOString() });
  }
  const source = { id: "valley", address: DEFINITION.url, definition: JSON.stringify(DEFINITION) };
  insert(database, "source", { ...source, state: JSON.stringify(STATE), next_poll_at: NOW + HOUR });
  for (const key of ["1", "2"]) {
    const article = { id: key, key, source_id: "valley", republish: "full" };
    insert(database, "article", article);
  }
  insert(database, "item_raw", { article_id: "1", body: gzipSync("{}") });
  const page = { article_id: "1", source_id: "valley", url: "https://valley.example/1" };
  const waits = { state: "waiting", attempts: 2, next_at: NOW, reason: "it was busy" };
  insert(database, "page_job", { ...page, ...waits, must_fetch: 1 });
  const look = (article_id: string, url: string, known: object) =>
    insert(database, "file_look", { article_id, url, ...known });
  look("1", A, { state: "waiting", attempts: 1, next_at: NOW });
  look("2", A, { state: "done", type: "image/png", next_at: NOW });
  look("2", B, { state: "waiting", attempts: 2, next_at: NOW + HOUR });
  const order = { kind: "revise", asked_by: "ingest", asked_at: 5 };
  const begun = { attempts: 1, lease_until: 6, lease_token: 1 };
  insert(database, "desk_order", {
    ...order,
    ...begun,
    payload: '{"sourceId":"valley","extent":"all"}',
  });
  insert(database, "desk_order", { ...order, payload: '{"sourceId":"hill","extent":"all"}' });
  await db.destroy();
}

async function upgraded() {
  const file = join(temporaryFolder(), "offprint.db");
  await writeFormer(file);
  const { db } = await openFile(file);
  return { ...storesOn(db), db, files: createFileLooks(db) };
}

it("a source keeps its failures and its next poll, and nobody holds it", async () => {
  const { ingest, db } = await upgraded();
  const source = await sourceOf(ingest, "valley");
  expect(source).toEqual({ ...STATE, definition: DEFINITION, files: new Map() });
  const row = await db.selectFrom("source").select(["state", "last_error"]).executeTakeFirst();
  expect(JSON.parse(row?.state ?? "")).not.toHaveProperty("failureCount");
  expect((await claimOf(ingest, "valley")).source).toEqual(source);
});

it("a page waits as before, with its attempts and why the last one failed", async () => {
  const { pages, db } = await upgraded();
  expect(await pages.nextAt()).toBe(NOW);
  const row = await db.selectFrom("page_job").select("last_error").executeTakeFirst();
  expect(row?.last_error).toBe("it was busy");
  expect(await pages.claim("1", LEASE_MS, NOW)).toMatchObject({ attempts: 2, mustFetch: true });
});

it("of a file that two articles have is known what was learned for one of them", async () => {
  const { files, db } = await upgraded();
  const looks = await db.selectFrom("file_look").select(["url", "state", "type"]).execute();
  expect(looks).toEqual([
    { url: A, state: "done", type: "image/png" },
    { url: B, state: "waiting", type: null },
  ]);
  const own = await db.selectFrom("article_file").selectAll().execute();
  expect(own).toEqual([
    { article_id: "1", url: A },
    { article_id: "2", url: A },
    { article_id: "2", url: B },
  ]);
  expect(await files.nextAt()).toBe(NOW + HOUR);
  expect(await files.claim(B, LEASE_MS, NOW + HOUR)).toMatchObject({ attempts: 2 });
});

it("an order that was begun counts as begun once more by its next holder", async () => {
  const { orders, db } = await upgraded();
  const first = await orders.lease(["revise"], LEASE_MS);
  expect(first?.order).toMatchObject({ sourceId: "valley" });
  const second = await orders.lease(["revise"], LEASE_MS);
  expect(second?.order).toMatchObject({ sourceId: "hill" });
  const rows = await db.selectFrom("desk_order").select(["attempts", "due_at"]).execute();
  expect(rows).toEqual([
    { attempts: 1, due_at: 5 },
    { attempts: 0, due_at: 5 },
  ]);
});
