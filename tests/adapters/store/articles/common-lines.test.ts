import { join } from "node:path";
import { sql } from "kysely";
import { expect, it } from "vitest";
import {
  loadCommon,
  loadSightings,
  saveCommon,
} from "../../../../src/adapters/store/articles/common-lines.ts";
import { MIGRATIONS } from "../../../../src/adapters/store/engine/sqlite/migrations.ts";
import { createEditorStore } from "../../../../src/adapters/store/stories/editor-store.ts";
import { commonKey } from "../../../../src/core/cleaning/repeated/common-lines.ts";
import {
  hashesToSight,
  type LineSighting,
} from "../../../../src/core/cleaning/repeated/learn-common.ts";
import type { CommonChanges } from "../../../../src/core/intake/ingest-intent.ts";
import { aDraft, aFolder, aRemote, DAY, NOW } from "../../../support/builders.ts";
import { generateText, seeded } from "../../../support/generated-texts.ts";
import { outlineOfText } from "../../../support/outlines.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { openFile, openNew, poll, storesOn } from "../open-store.ts";

const LABEL = "Hear the valley wake up";
const NAMES = ["hill", "lake", "marsh", "valley"];
const sourceOf = (id: string) => aRemote({ id, url: `https://${id}.example/feed.xml` });

async function desk() {
  const { db } = await openNew();
  const { ingest } = storesOn(db);
  await ingest.configure(NAMES.map(sourceOf), NOW);
  const save = (sourceId: string, now: number, changes: Partial<CommonChanges>) =>
    db
      .transaction()
      .execute((trx) =>
        saveCommon(trx, { sightings: [], common: [], ...changes }, { sourceId, now }),
      );
  return { db, ingest, save };
}

const draftOf = (source: string, seed: number) => {
  const text = `${generateText(seeded(seed), 40)}.\n\nThe bridge is closed today.\n\n${LABEL}`;
  const key = `https://${source}.example/${seed}`;
  return aDraft({ key, guid: key, text, textHash: key, outline: outlineOfText(text) });
};
const [HASH = ""] = hashesToSight(draftOf("hill", 1).outline);

const sighting = (sourceId: string, hash: string, seenAt: number): LineSighting => ({
  ...{ hash, sourceId, seenAt, owner: `${sourceId}.example` },
  ...{ stories: ["s"], firstAt: NOW },
});

it("what several sources have is handed to the drafts of every source", async () => {
  const { db, ingest } = await desk();
  for (const [round, now] of [NOW, NOW + 4 * DAY].entries()) {
    for (const [index, source] of NAMES.entries()) {
      await poll(ingest, { source, drafts: [draftOf(source, 10 * index + round)], now });
    }
  }
  expect((await ingest.repeatedBlocks("hill")).active).toEqual([commonKey(HASH)]);
  const rows = await db.selectFrom("common_line").selectAll().execute();
  expect(rows).toMatchObject([{ hash: HASH, sample: LABEL, owners: 4, is_active: 1 }]);
});

it("an upgrade lets what was learnt before houses were counted go from nothing until enough of them are seen", async () => {
  const file = join(temporaryFolder(), "offprint.db");
  const { db, close } = await openNew(file);
  const { ingest } = storesOn(db);
  await ingest.configure(NAMES.map(sourceOf), NOW);
  for (const [round, now] of [NOW, NOW + 4 * DAY].entries()) {
    for (const [index, source] of NAMES.entries()) {
      await poll(ingest, { source, drafts: [draftOf(source, 10 * index + round)], now });
    }
  }
  const own = { hash: "b", sample: "Of one paper", owners: 0, until: NOW + 9 * DAY };
  await db
    .insertInto("common_line")
    .values({ ...own, learned_at: NOW, is_active: 1 })
    .execute();
  await sql`ALTER TABLE common_line DROP COLUMN owners`.execute(db);
  await MIGRATIONS["0020-owners-of-common-lines"]?.up(db);
  await close();

  const later = await openFile(file);
  expect(await loadCommon(later.db)).toEqual({ active: [], faded: [HASH, "b"].toSorted() });
  const drafts = [draftOf("hill", 99)];
  const now = NOW + 5 * DAY;
  const intent = await poll(storesOn(later.db).ingest, { source: "hill", drafts, now });
  expect(intent.counts).toMatchObject({ new: 1, updated: 0 });
  expect(await loadCommon(later.db)).toEqual({ active: [HASH], faded: ["b"] });
});

it("what the sections of one paper have is that paper's", async () => {
  const { db } = await openNew();
  const { ingest } = storesOn(db);
  const sections = ["sport", "culture", "world", "local", "business"];
  const definitions = sections.map((id) =>
    aRemote({ id, url: `https://${id}.paper.co.uk/feed.xml` }),
  );
  await ingest.configure(definitions, NOW);
  for (const [round, now] of [NOW, NOW + 4 * DAY].entries()) {
    for (const [index, source] of sections.entries()) {
      await poll(ingest, { source, drafts: [draftOf(source, 10 * index + round)], now });
    }
  }
  expect(await db.selectFrom("common_line").selectAll().execute()).toEqual([]);
});

it("drop folders, and a source that was taken out of the configuration, keep their houses", async () => {
  const { db, ingest, save } = await desk();
  const folders = ["one", "two"].map((id) => aFolder({ id }));
  await ingest.configure([...folders, sourceOf("lake")], NOW);
  for (const id of ["one", "two", "lake", "hill"]) {
    await save(id, NOW, { sightings: [sighting(id, "a", NOW)] });
  }
  const owners = (await loadSightings(db, ["a"])).map(({ owner }) => owner);
  expect(owners.toSorted()).toEqual(["hill.example", "lake.example", "source:one", "source:two"]);
});

it("people see which lines go now, since when and for how many houses, and why one line went", async () => {
  const { db, save } = await desk();
  const hash = HASH;
  const until = NOW + 9 * DAY;
  await save("hill", NOW, { common: [{ hash, sample: LABEL, owners: 4, until }] });
  await save("hill", NOW + DAY, { common: [{ hash: "b", sample: "Other", owners: 5, until }] });
  await save("hill", NOW + 2 * DAY, { common: [{ hash, sample: LABEL, owners: 6, until }] });
  const store = createEditorStore(db);
  const learnt = { sample: LABEL, owners: 6, since: NOW, until };
  const other = { sample: "Other", owners: 5, since: NOW + DAY, until };
  expect(await store.commonLines(10)).toEqual([other, learnt]);
  expect(await store.commonLines(1)).toEqual([other]);
  const shouted = LABEL.toUpperCase();
  expect(await store.commonLinesAmong([shouted, "Nothing known"])).toEqual(
    new Map([[shouted, learnt]]),
  );
  await save("hill", until + 1, { sightings: [sighting("hill", "c", NOW)] });
  expect(await store.commonLines(10)).toEqual([]);
  // What went before stays explained.
  expect((await store.commonLinesAmong([LABEL])).get(LABEL)).toEqual(learnt);
});

it("sightings are found again by their lines, in all sources", async () => {
  const { db, save } = await desk();
  const [hill, lake] = [sighting("hill", "a", NOW), sighting("lake", "a", NOW)];
  await save("hill", NOW, { sightings: [hill, sighting("hill", "b", NOW)] });
  await save("lake", NOW, { sightings: [lake] });
  expect(await loadSightings(db, ["a", "a"])).toEqual([hill, lake]);
});

it("of a source the last sightings are kept, a few hundred", async () => {
  const { db, save } = await desk();
  for (let day = 0; day < 6; day++) {
    const sightings = Array.from({ length: 100 }, (_, index) =>
      sighting("hill", `${day} ${index}`, NOW + day),
    );
    await save("hill", NOW + day, { sightings });
  }
  const rows = await db.selectFrom("line_sighting").select("seen_at").execute();
  expect(rows.length).toBeLessThanOrEqual(500);
  expect(Math.min(...rows.map(({ seen_at }) => seen_at))).toBe(NOW + 1);
});

it("a line that is seen no more goes from no new article; it stays known for those from before", async () => {
  const { db, save } = await desk();
  const line = { hash: "a", sample: LABEL, owners: 4, until: NOW + DAY };
  await save("hill", NOW, { common: [line] });
  const sightings = [sighting("hill", "b", NOW)];
  await save("hill", NOW + DAY, { sightings });
  expect(await loadCommon(db)).toEqual({ active: ["a"], faded: [] });
  await save("hill", NOW + DAY + 1, { sightings });
  expect(await loadCommon(db)).toEqual({ active: [], faded: ["a"] });
  await save("hill", NOW + 2 * DAY, { common: [{ ...line, until: NOW + 9 * DAY }] });
  expect(await loadCommon(db)).toEqual({ active: ["a"], faded: [] });
});
