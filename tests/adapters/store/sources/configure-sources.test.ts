import { type Kysely, sql } from "kysely";
import { expect, it } from "vitest";
import { createIngestStore } from "../../../../src/adapters/store/intake/ingest-store.ts";
import type { Tables } from "../../../../src/adapters/store/schema/tables.ts";
import { aRemote, HOUR, NOW } from "../../../support/builders.ts";
import { configurable, openNew } from "../open-store.ts";

const SOURCES = ["valley", "hill", "lake"].map((id) =>
  aRemote({ id, url: `https://${id}.example/feed` }),
);

/** Rows that this connection has written so far. */
async function written(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT total_changes() AS count`.execute(db);
  return rows[0]?.count ?? 0;
}

it("writes only the sources that are configured otherwise than before", async () => {
  const { db } = await openNew();
  const ingest = configurable(createIngestStore(db));
  await ingest.configure(SOURCES, NOW);
  const rows = await db.selectFrom("source").selectAll().execute();

  const before = await written(db);
  await ingest.configure(SOURCES, NOW + HOUR);
  expect(await written(db)).toBe(before);
  expect(await db.selectFrom("source").selectAll().execute()).toEqual(rows);

  const [first, second, third] = SOURCES;
  if (!first || !second || !third) throw new Error("there are three");
  await ingest.configure([first, third, { ...second, everyMs: HOUR }], NOW + HOUR);
  const ids = (await ingest.sources()).map(({ definition }) => definition.id);
  expect(ids).toEqual(["valley", "lake", "hill"]);
  // Two moved, of which one is polled more often; and the revision, if readers can see it.
  expect((await written(db)) - before).toBeLessThanOrEqual(3);
});
