import { createServer } from "node:net";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { MIGRATION_NAMES } from "../../../../../src/adapters/store/engine/migration-names.ts";
import { postgres } from "../../../../../src/adapters/store/engine/postgres/postgres.ts";
import { POSTGRES_MIGRATIONS } from "../../../../../src/adapters/store/engine/postgres/postgres-migrations.ts";
import { databaseNamed } from "../../../../../src/core/settings/database-name.ts";
import { makeDatabase } from "../../../../support/postgres/databases.ts";
import { on } from "../../../../support/postgres/on.ts";
import { serverAddress } from "../../../../support/postgres/server.ts";
import { until } from "../../../../support/until.ts";
import { openNew } from "../../open-store.ts";

async function opened(address: string) {
  const database = await postgres.at(databaseNamed(address)).open();
  if (!database.ok) throw new Error(database.error.message);
  onTestFinished(database.value.close);
  return database.value;
}

async function refusal(address: string): Promise<string> {
  const database = await postgres.at(databaseNamed(address)).open();
  if (!database.ok) return database.error.message;
  await database.value.close();
  throw new Error("it was opened");
}

async function withPart(part: Partial<URL>): Promise<string> {
  const url = new URL(await serverAddress());
  return Object.assign(url, part).href;
}

describe("a new database", () => {
  it("has the tables and columns that SQLite has, and what only several writers need", async () => {
    const columns = await sql<{ name: string; nullable: number }>`
      SELECT table_name || '.' || column_name AS name, is_nullable = 'YES' AS nullable
      FROM information_schema.columns WHERE table_schema = current_schema()
        AND table_name NOT LIKE 'kysely%' AND table_name <> 'recent_write'`.execute(
      (await opened(await makeDatabase())).db,
    );
    const { db } = await openNew();
    const expected = await sql<{ name: string; nullable: number }>`
      SELECT m.name || '.' || c.name AS name, c."notnull" = 0 AND c.pk = 0 AS nullable
      FROM sqlite_master AS m, pragma_table_info(m.name) AS c
      WHERE m.type = 'table' AND m.name NOT LIKE 'kysely%' AND m.name NOT LIKE 'sqlite%'`.execute(
      db,
    );
    const sorted = (rows: readonly { name: string; nullable: number }[]) =>
      rows.map(({ name, nullable }) => `${name} ${nullable === 1 ? "may be NULL" : ""}`).toSorted();
    expect(sorted(columns.rows)).toEqual(sorted(expected.rows));
  });

  it("knows the migrations that came after it, by the names that SQLite has for them", () => {
    const names = Object.keys(POSTGRES_MIGRATIONS);
    expect(names.length).toBeGreaterThan(0);
    expect(MIGRATION_NAMES.slice(-names.length)).toEqual(names);
  });

  it("has nothing that a stand-by lacks", async () => {
    const { db } = await opened(await makeDatabase());
    const unlogged = await sql<{ name: string }>`SELECT relname AS name FROM pg_class
      WHERE relnamespace = CAST('public' AS regnamespace) AND relpersistence <> 'p'`.execute(db);
    expect(unlogged.rows).toEqual([]);
  });

  it("is none yet when whoever made it was killed before its tables were there", async () => {
    const address = await makeDatabase();
    const named = postgres.at(databaseNamed(address));
    await on(address, (client) => client.query("CREATE TABLE kysely_migration (name text)"));
    expect(await named.exists()).toBe(false);
    await on(address, (client) => client.query("DROP TABLE kysely_migration"));
    await opened(address);
    expect(await named.exists()).toBe(true);
  });

  it("is named once, and keeps its name", async () => {
    const address = await makeDatabase();
    const names = [];
    for (let n = 0; n < 2; n += 1) {
      const { db } = await opened(address);
      const row = db.selectFrom("setting").select("value").where("name", "=", "instance");
      names.push((await row.executeTakeFirstOrThrow()).value);
    }
    expect(names[0]).toBe(names[1]);
  });

  it("is made once by processes that come at the same time", async () => {
    const address = await makeDatabase();
    const all = await Promise.all([opened(address), opened(address), opened(address)]);
    const { rows } = await sql`SELECT name FROM kysely_migration`.execute(all[0].db);
    expect(rows).toHaveLength(Object.keys(POSTGRES_MIGRATIONS).length);
  });
});

describe("a database", () => {
  it("is not there before it is made, and is then", async () => {
    const address = await makeDatabase();
    const database = postgres.at(databaseNamed(address));
    expect(await database.exists()).toBe(false);
    expect(await database.openReadOnly()).toMatchObject({
      error: { message: expect.stringMatching(/was written by an older Offprint/) },
    });
    expect(await database.open({ isChecked: true })).toMatchObject({
      error: { message: expect.stringMatching(/has no tables of Offprint/) },
    });
    await opened(address);
    expect(await database.exists()).toBe(true);
  });

  it("lets whoever needs a connection wait as long as others hold theirs", async () => {
    const { db } = await opened(await makeDatabase());
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const held = { count: 0 };
    // As many as there are connections.
    const holding = Array.from({ length: 4 }, () =>
      db
        .transaction()
        .setAccessMode("read only")
        .execute(async (trx) => {
          await sql`SELECT 1`.execute(trx);
          held.count += 1;
          await ended;
        }),
    );
    await until("all are held", () => held.count === 4);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const waiting = sql<{ one: number }>`SELECT 1 AS one`.execute(db);
    await vi.advanceTimersByTimeAsync(60_000);
    end();
    expect((await waiting).rows).toEqual([{ one: 1 }]);
    await Promise.all(holding);
  });

  it("that is open for reading cannot be written to", async () => {
    const address = await makeDatabase();
    await opened(address);
    const reading = await postgres.at(databaseNamed(address)).openReadOnly();
    if (!reading.ok) throw new Error(reading.error.message);
    onTestFinished(reading.value.close);
    const { db } = reading.value;
    expect(await db.selectFrom("setting").select("name").execute()).not.toEqual([]);
    const write = db.insertInto("setting").values({ name: "a", value: "b" }).execute();
    await expect(write).rejects.toThrow("read-only transaction");
  });
});

describe("a database that cannot be used is refused with what to do", () => {
  it("of a newer Offprint, which stays as it was", async () => {
    const address = await makeDatabase();
    const { db } = await opened(address);
    await sql`INSERT INTO kysely_migration VALUES ('9999-later', '')`.execute(db);
    expect(await refusal(address)).toMatch(/was written by a newer Offprint \(9999-later\)/);
    expect(await postgres.at(databaseNamed(address)).openReadOnly()).toMatchObject({
      error: { message: expect.stringMatching(/was written by a newer Offprint/) },
    });
  });

  it("in another encoding", async () => {
    const address = await makeDatabase(
      "ENCODING 'LATIN1' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'",
    );
    expect(await refusal(address)).toMatch(/has the encoding LATIN1: UTF8 is needed/);
  });

  it("whose host is not known", async () => {
    expect(await refusal("postgres://me:secret@no-such-host.invalid/desk")).toMatch(
      /^postgres:\/\/me@no-such-host.invalid\/desk cannot be used: its host (is not known|cannot be looked up)/,
    );
  });

  it("where nobody answers now", async () => {
    const opened = await postgres.at(databaseNamed("postgres://127.0.0.1:1/desk")).open();
    expect(opened).toMatchObject({
      error: { kind: "away", message: expect.stringMatching(/nobody answers there/) },
    });
  });

  it("whose address names a certificate that is not there", async () => {
    const address = "postgres://127.0.0.1:1/desk?sslmode=verify-full&sslrootcert=/no/such.pem";
    expect(await refusal(address)).toMatch(/a file that the address names is not there/);
  });

  it("where another program answers", async () => {
    const server = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    server.listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    expect(await refusal(`postgres://127.0.0.1:${port}/desk`)).toMatch(/cannot be used/);
  });

  it("that is a pooler, whose server is not named", async () => {
    const told = "SFATAL\0C08P01\0Munsupported startup parameter: statement_timeout\0\0";
    const length = Buffer.alloc(4);
    length.writeInt32BE(4 + told.length);
    const refusing = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () =>
        socket.end(Buffer.concat([Buffer.from("E"), length, Buffer.from(told)])),
      );
    });
    refusing.listen(0, "127.0.0.1");
    onTestFinished(() => void refusing.close());
    await new Promise((resolve) => refusing.once("listening", resolve));
    const at = refusing.address();
    const port = typeof at === "object" ? at?.port : 0;
    const opened = await postgres.at(databaseNamed(`postgres://127.0.0.1:${port}/desk`)).open();
    expect(opened).toMatchObject({
      error: {
        kind: "unusable",
        message: expect.stringMatching(/it is a pooler.*DATABASE_DIRECT_URL/),
      },
    });
  });

  it("that does not exist", async () => {
    expect(await refusal(await withPart({ pathname: "/no_such_database" }))).toMatch(
      /there is no such database. Create it: createdb/,
    );
  });

  it("whose user is not known", async () => {
    expect(await refusal(await withPart({ username: "nobody_here", password: "x" }))).toMatch(
      /refuses the user/,
    );
  });

  it("whose user may make no tables", async () => {
    const address = await makeDatabase();
    const role = `offprint_test_guest_${process.pid}`;
    await on(address, (client) =>
      client.query(
        `CREATE ROLE ${role} LOGIN PASSWORD 'guest'; REVOKE CREATE ON SCHEMA public FROM public`,
      ),
    );
    const guest = Object.assign(new URL(address), { username: role, password: "guest" }).href;
    const told = await refusal(guest);
    await on(address, (client) => client.query(`DROP ROLE ${role}`));
    expect(told).toMatch(/its user may not do that. Make the user owner of the database/);
    expect(told).not.toContain("guest:");
    expect(await postgres.at(databaseNamed(address)).exists()).toBe(false);
  });
});
