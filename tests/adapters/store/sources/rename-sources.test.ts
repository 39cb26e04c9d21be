import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Tables } from "../../../../src/adapters/store/schema/tables.ts";
import {
  createRenameStore,
  TABLES_OF_SOURCES,
} from "../../../../src/adapters/store/sources/rename-sources.ts";
import { aDraft, aRemote, HOUR, NOW } from "../../../support/builders.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { openFile, poll, storesOn } from "../open-store.ts";

const FORMER = aRemote({ id: "valley-token-abc", url: "https://valley.example/feed?token=abc" });
const TODAY = { ...FORMER, id: "valley-0123456789ab" };
const DRAFTS = [
  aDraft({ key: "https://valley.example/1", wantsPage: true, isSummaryOnly: true, raw: "{}" }),
  aDraft({ key: "https://valley.example/2", text: "Of the valley alone." }),
];
const FILES = new Map([["a.txt", { bytes: 1, changedAt: NOW }]]);

const A_DAY = {
  ...{ day: 1, polls: 1, failures: 0, unchanged: 0, new: 0, updated: 0, merged: 0 },
  ...{ bytes: 0, ms: 0, slowest: 0 },
};

/** A source with something in every table that names it. */
async function opened() {
  const { db } = await openFile(join(temporaryFolder(), "offprint.db"));
  const stores = { ...storesOn(db), renames: createRenameStore(db), db };
  await stores.ingest.configure([FORMER], NOW);
  await poll(stores.ingest, { source: FORMER.id, drafts: DRAFTS, files: FILES });
  await db
    .insertInto("source_day")
    .values({ source_id: FORMER.id, ...A_DAY })
    .execute();
  await db
    .insertInto("repeated_block")
    .values({ source_id: FORMER.id, key: "k", sample: "s", learned_at: NOW, retired_at: null })
    .execute();
  const seen = { stories: "[]", first_at: NOW, seen_at: NOW };
  await db
    .insertInto("line_sighting")
    .values({ ...seen, source_id: FORMER.id, hash: "h" })
    .execute();
  await db
    .insertInto("weak_name")
    .values({ source_id: FORMER.id, kind: "guid", name: "1" })
    .execute();
  await db
    .insertInto("listing")
    .values({ source_id: FORMER.id, token: 1, body: new Uint8Array() })
    .execute();
  return stores;
}

const rename = ({ renames }: Awaited<ReturnType<typeof opened>>) =>
  renames.rename(() => [{ from: FORMER.id, to: TODAY.id }]);

async function tablesOfSources(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables();
  const named = tables.filter(({ columns }) => columns.some(({ name }) => name === "source_id"));
  return named.map(({ name }) => name).toSorted();
}

async function countsOf(db: Kysely<Tables>, id: string) {
  const counts = new Map<string, number>();
  for (const table of await tablesOfSources(db)) {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*) AS n FROM ${sql.table(table)} WHERE source_id = ${id}`.execute(db);
    counts.set(table, rows[0]?.n ?? 0);
  }
  return counts;
}

describe("a source that is renamed", () => {
  it("is renamed in every table that names sources", async () => {
    const stores = await opened();
    expect(await tablesOfSources(stores.db)).toEqual([...TABLES_OF_SOURCES].toSorted());
    const before = await countsOf(stores.db, FORMER.id);
    expect([...before].filter(([, count]) => count === 0)).toEqual([]);
    await rename(stores);
    expect(await countsOf(stores.db, TODAY.id)).toEqual(before);
    expect([...(await countsOf(stores.db, FORMER.id)).values()].every((n) => n === 0)).toBe(true);
  });

  it("goes on where it stopped, and its articles and entries keep their ids", async () => {
    const stores = await opened();
    const query = { sources: [], after: null, limit: 10 };
    const ids = async () =>
      (await stores.publish.entries(query)).map(({ entryId, article: { id, source } }) => ({
        ...{ entryId, article: id, source: source.id },
      }));
    const [before] = await stores.ingest.sources();
    const entries = await ids();
    expect(entries).not.toEqual([]);
    const revision = await stores.publish.revision();
    await rename(stores);
    expect(await stores.publish.revision()).toBeGreaterThan(revision);
    await stores.ingest.configure([TODAY], NOW + 1);
    expect(await ids()).toEqual(entries.map((entry) => ({ ...entry, source: TODAY.id })));
    const [after] = await stores.ingest.sources();
    expect(after).toEqual({ ...before, definition: TODAY });
  });

  it("finds its articles when it is polled, and gives new ones ids that nobody has", async () => {
    const stores = await opened();
    await rename(stores);
    const drafts = [...DRAFTS, aDraft({ key: "https://valley.example/3", text: "Of today." })];
    const later = { source: TODAY.id, drafts, files: FILES, now: NOW + HOUR };
    const intent = await poll(stores.ingest, later);
    expect(intent.inserts.map(({ id }) => id)).toEqual([`${TODAY.id}/https://valley.example/3`]);
    expect(intent.updates).toEqual([]);
  });
});

describe("a renaming that is announced", () => {
  const seen = async ({ renames }: Awaited<ReturnType<typeof opened>>) => {
    let told: unknown;
    await renames.rename((_, announced) => {
      told = announced;
      return [];
    });
    return told;
  };
  const announced = { from: FORMER.id, to: "valley" };

  it("is told with the next configuration, until it is done or taken back", async () => {
    const stores = await opened();
    expect(await stores.renames.announce(announced)).toEqual({ ok: true, value: null });
    expect(await seen(stores)).toEqual([announced]);
    await stores.renames.recall(announced);
    expect(await seen(stores)).toEqual([]);
    await stores.renames.announce(announced);
    await stores.renames.rename((_, all) => all);
    expect(await seen(stores)).toEqual([]);
    expect((await stores.ingest.sources()).map(({ definition }) => definition.id)).toEqual([
      "valley",
    ]);
  });

  it("is refused where articles of another source are kept under the new id", async () => {
    const stores = await opened();
    await stores.ingest.configure([FORMER, aRemote({ id: "hill" })], NOW);
    await stores.ingest.configure([FORMER], NOW);
    const refused = await stores.renames.announce({ from: FORMER.id, to: "hill" });
    expect(refused).toEqual({ ok: false, error: expect.stringContaining("sources forget") });
  });
});
