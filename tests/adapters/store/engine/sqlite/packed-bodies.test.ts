import { gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import {
  unpackBody,
  unpackReceived,
} from "../../../../../src/adapters/store/articles/body-bytes.ts";
import { packBodies } from "../../../../../src/adapters/store/engine/sqlite/migrations/0026-packed-bodies.ts";

const REMOVED = [{ rule: "label", text: "Anzeige" }];

it("keeps each body, what was taken out of it and what was received; also where one of them is missing", async () => {
  const database = new Database(":memory:");
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  onTestFinished(() => db.destroy());
  database.exec(`CREATE TABLE article (id TEXT PRIMARY KEY);
    CREATE TABLE article_body (article_id TEXT, content_html TEXT, text TEXT, removed TEXT);
    CREATE TABLE item_raw (article_id TEXT, body BLOB, received_at INTEGER)`);
  for (let n = 0; n < 1200; n += 1) {
    database.prepare("INSERT INTO article VALUES (?)").run(`${n}`);
    database
      .prepare("INSERT INTO article_body VALUES (?, ?, ?, ?)")
      .run(`${n}`, `<p>${n}</p>`, `${n}`, JSON.stringify(REMOVED));
    if (n === 7) continue;
    database
      .prepare("INSERT INTO item_raw VALUES (?, ?, ?)")
      .run(`${n}`, gzipSync(`{"a":${n}}`), n);
  }
  database.exec("INSERT INTO article VALUES ('bare'), ('raw')");
  database.prepare("INSERT INTO item_raw VALUES ('raw', ?, 5)").run(gzipSync("{}"));

  await packBodies(db);

  const rows = new Map(
    (
      database.prepare("SELECT * FROM article_body").all() as {
        article_id: string;
        body: Uint8Array;
        received: Uint8Array | null;
        received_at: number;
      }[]
    ).map((row) => [row.article_id, row]),
  );
  expect(rows.size).toBe(1201);
  for (let n = 0; n < 1200; n += 1) {
    const row = rows.get(`${n}`);
    if (row === undefined) throw new Error(`${n} is missing`);
    expect(unpackBody(row.body)).toEqual({
      ...{ contentHtml: `<p>${n}</p>`, text: `${n}`, removed: REMOVED },
    });
    expect(unpackReceived(row)).toBe(n === 7 ? "" : `{"a":${n}}`);
  }
  const raw = rows.get("raw");
  expect(raw && [unpackReceived(raw), raw.received_at]).toEqual(["{}", 5]);
  expect(rows.has("bare")).toBe(false);
});
