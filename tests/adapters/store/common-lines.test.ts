import { expect, it } from "vitest";
import { loadCommon, loadSightings, saveCommon } from "../../../src/adapters/store/common-lines.ts";
import { commonKey } from "../../../src/core/cleanup/common-lines.ts";
import type { CommonChanges } from "../../../src/core/ingest-intent.ts";
import { hashesToSight, type LineSighting } from "../../../src/core/learn-common.ts";
import { aDraft, aRemote, DAY, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { outlineOfText } from "../../support/outlines.ts";
import { openNew, poll, storesOn } from "./open-store.ts";

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
  ...{ hash, sourceId, seenAt },
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
  expect(rows).toMatchObject([{ hash: HASH, sample: LABEL, is_active: 1 }]);
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
  const line = { hash: "a", sample: LABEL, until: NOW + DAY };
  await save("hill", NOW, { common: [line] });
  const sightings = [sighting("hill", "b", NOW)];
  await save("hill", NOW + DAY, { sightings });
  expect(await loadCommon(db)).toEqual({ active: ["a"], faded: [] });
  await save("hill", NOW + DAY + 1, { sightings });
  expect(await loadCommon(db)).toEqual({ active: [], faded: ["a"] });
  await save("hill", NOW + 2 * DAY, { common: [{ ...line, until: NOW + 9 * DAY }] });
  expect(await loadCommon(db)).toEqual({ active: ["a"], faded: [] });
});
