import { expect, it } from "vitest";
import { loadContext } from "../../../../src/adapters/store/intake/load-context.ts";
import { lookupForPoll } from "../../../../src/core/intake/ingest-lookup.ts";
import { aDraft, aRemote, NOW } from "../../../support/builders.ts";
import { generateText, seeded } from "../../../support/generated-texts.ts";
import { READABLE_IDS } from "../../../support/known-model.ts";
import { openNew, poll, storesOn } from "../open-store.ts";

const textOf = (seed: number): string => generateText(seeded(seed), 200);
const draftOf = (key: string, text: string) => aDraft({ key, title: `Of ${key}`, text });

it("loads what a source repeats only for texts that may be compared with others of this source", async () => {
  const { db, close } = await openNew();
  const { ingest } = storesOn(db);
  await ingest.configure([aRemote({ id: "valley" }), aRemote({ id: "hill" })], 0);
  await poll(ingest, {
    source: "valley",
    drafts: [draftOf("1", textOf(1)), draftOf("2", textOf(2))],
  });
  await poll(ingest, { source: "hill", drafts: [draftOf("3", textOf(3))] });
  const loadedFor = async (...texts: readonly string[]): Promise<number> => {
    const drafts = texts.map((text, at) => draftOf(`new ${at}`, text));
    const lookup = lookupForPoll({ drafts, listing: null }, (key) =>
      READABLE_IDS.articleId("valley", key),
    );
    const options = { mode: "poll", sourceId: "valley", now: NOW } as const;
    const { known } = await db.transaction().execute((trx) => loadContext(trx, lookup, options));
    return known.ownBlocks.length;
  };
  expect(await loadedFor(textOf(4), textOf(5))).toBe(0);
  expect(await loadedFor(`${textOf(3)} and more`)).toBe(0);
  expect(await loadedFor(`${textOf(1)} and more`)).toBe(2);
  expect(await loadedFor(textOf(6), `${textOf(6)} and more`)).toBe(2);
  expect(await loadedFor("Short words.", "Short words.")).toBe(2);
  await close();
});
