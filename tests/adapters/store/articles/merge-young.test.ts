import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Kysely } from "kysely";
import { describe, expect, it } from "vitest";
import { mergeSome } from "../../../../src/adapters/store/articles/merge-young.ts";
import {
  addToIndex,
  blockClusters,
  deleteKeys,
  type KeyRow,
  nearestFingerprints,
  periodOf,
} from "../../../../src/adapters/store/articles/sampled-keys.ts";
import type { Tables } from "../../../../src/adapters/store/schema/tables.ts";
import { NOW } from "../../../support/builders.ts";
import { seeded } from "../../../support/generated-texts.ts";
import { indexedKeys } from "../../../support/indexed-keys.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { openFile, openNew } from "../open-store.ts";

const NOTHING = { keys: [], sightings: [], crowded: new Set<number>() };
const addKeys = (db: Kysely<Tables>, keys: readonly KeyRow[]): Promise<number> =>
  addToIndex(db, { ...NOTHING, keys }, NOW);
const WEEK_MS = 7 * 24 * 3_600_000;

/** Keys as texts have them: a few are shared by neighbours. */
function rowsOfTexts(count: number): readonly KeyRow[] {
  const random = seeded(3);
  return Array.from({ length: count }, (_, n) => ({
    fingerprintId: n + 1,
    comparedAt: NOW - (n % 3) * WEEK_MS,
    keys: [
      ...Array.from({ length: 30 }, () => Math.floor(random() * 2 ** 32)),
      ...[0, 1, 2].map((shared) => Math.floor(n / 4) * 10_000_019 + shared),
    ],
  }));
}

const tripleOf = ({ comparedAt, fingerprintId, keys }: KeyRow): readonly string[] =>
  keys.map((key) => `${periodOf(comparedAt)} ${key} ${fingerprintId}`);

const found = async (db: Kysely<Tables>, rows: readonly KeyRow[]) =>
  (await nearestFingerprints(db, rows)).ids;

const movedCount = async (db: Kysely<Tables>): Promise<number> =>
  (await db.selectFrom("sample_key").select("key").execute()).length;

describe("the merge of young keys", () => {
  it("changes nothing of what is found, at any of its steps, while keys come and go", async () => {
    const { db } = await openNew();
    const rows = rowsOfTexts(200);
    await addKeys(db, rows);
    const before = await found(db, rows);
    expect(before.every((ids, n) => ids.includes(n + 1) && ids.length > 1)).toBe(true);

    const [gone, ...others] = rows;
    const late = { ...(rows[1] as KeyRow), fingerprintId: 900 };
    let steps = 0;
    for (; steps === 0 || (await movedCount(db)) < 33 * 199; steps += 1) {
      await mergeSome(db, 0, 1);
      if (steps === 3) await addKeys(db, [late]);
      if (steps === 5) {
        const deleted = await deleteKeys(db, [gone as KeyRow]);
        expect([...deleted]).toEqual([1]);
      }
      const ids = await found(db, rows.slice(8));
      expect(ids).toEqual(before.slice(8));
    }
    expect(steps).toBeGreaterThan(10);
    const expected = [...others, late].flatMap(tripleOf);
    expect(await indexedKeys(db)).toEqual(expected.toSorted());
    // What came meanwhile is still young, and all of it.
    expect(await movedCount(db)).toBe(33 * 199);
    expect((await found(db, [late])).flat()).toContain(900);
  });

  it("waits until there is enough to move", async () => {
    const { db } = await openNew();
    await addKeys(db, rowsOfTexts(20));
    await mergeSome(db, 0);
    expect(await movedCount(db)).toBe(0);
  });

  it("goes on when a row is full, by all that came since the row before", async () => {
    const { db } = await openNew();
    const came: number[] = [];
    for (const row of rowsOfTexts(60)) came.push(await addKeys(db, [row]));
    // A text has 33 keys and four words more, and a row 3,000 bytes.
    expect(came.flatMap((words, n) => (words > 0 ? [[n, words]] : []))).toEqual([
      [0, 37],
      [20, 740],
      [40, 740],
    ]);
    expect(await addKeys(db, [])).toBe(0);
  });

  it("keeps in which clusters paragraphs were seen", async () => {
    const { db } = await openNew();
    const sightings = ["one", "zwei ü", "three"].flatMap((clusterId) =>
      [7, 4_000_000_000].map((hash) => ({ hash, clusterId, comparedAt: NOW })),
    );
    await addToIndex(db, { ...NOTHING, sightings }, NOW);
    const query = [{ hashes: [7, 8, 4_000_000_000], comparedAt: NOW }];
    const young = await blockClusters(db, query);
    expect([...young]).toEqual([7, 4_000_000_000].map((hash) => [hash, clustersNamed()]));
    await mergeSome(db, 0, 1);
    expect(await db.selectFrom("young_index").select("id").execute()).toHaveLength(1);
    expect(await blockClusters(db, query)).toEqual(young);
  });

  it("loses nothing when its process is killed", async () => {
    const file = join(temporaryFolder(), "offprint.db");
    const { db, close } = await openFile(file);
    const rows = rowsOfTexts(600);
    await addKeys(db, rows);
    const before = await indexedKeys(db);
    await close();
    for (let round = 0; round < 3; round += 1) {
      const child = spawn(process.execPath, ["--input-type=module", "-e", mergingIn(file)]);
      await once(child.stdout, "data");
      await sleep(10 + 15 * round);
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    const after = await openFile(file);
    expect(await indexedKeys(after.db)).toEqual(before);
    expect(await movedCount(after.db)).toBeGreaterThan(0);
  });
});

const clustersNamed = (): ReadonlySet<string> => new Set(["one", "zwei ü", "three"]);

const moduleAt = (path: string): string =>
  JSON.stringify(fileURLToPath(new URL(`../../../../src/adapters/store/${path}`, import.meta.url)));

const mergingIn = (file: string): string => `
  import { openDatabase } from ${moduleAt("engine/sqlite/open-database.ts")};
  import { mergeSome } from ${moduleAt("articles/merge-young.ts")};
  const { value: { db } } = await openDatabase(${JSON.stringify(file)});
  for (;;) {
    await db.transaction().execute((trx) => mergeSome(trx, 0, 1));
    process.stdout.write("moved");
  }`;
