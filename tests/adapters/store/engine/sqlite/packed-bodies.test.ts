import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { unpackBody } from "../../../../../src/adapters/store/articles/body-bytes.ts";
import { packBodies } from "../../../../../src/adapters/store/engine/sqlite/migrations/0026-packed-bodies.ts";

const REMOVED = [{ rule: "label", text: "Anzeige" }];

it("keeps each body and what was taken out of it, also of more than are read at once", async () => {
  const database = new Database(":memory:");
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  onTestFinished(() => db.destroy());
  database.exec(`CREATE TABLE article (id TEXT PRIMARY KEY);
    CREATE TABLE article_body (article_id TEXT, content_html TEXT, text TEXT, removed TEXT)`);
  for (let n = 0; n < 1200; n += 1) {
    database.prepare("INSERT INTO article VALUES (?)").run(`${n}`);
    database
      .prepare("INSERT INTO article_body VALUES (?, ?, ?, ?)")
      .run(`${n}`, `<p>${n}</p>`, `${n}`, JSON.stringify(REMOVED));
  }

  await packBodies(db);

  const rows = database.prepare("SELECT article_id, body FROM article_body").all() as {
    article_id: string;
    body: Uint8Array;
  }[];
  const bodies = new Map(
    rows.map(({ article_id, body }) => [
      article_id,
      unpackBody({ body, received: null, difference: null }),
    ]),
  );
  expect(bodies.size).toBe(1200);
  for (let n = 0; n < 1200; n += 1) {
    const expected = { contentHtml: `<p>${n}</p>`, text: `${n}`, removed: REMOVED };
    expect(bodies.get(`${n}`)).toEqual(expected);
  }
});
