import { expect, it } from "vitest";
import { aDraft, aRemote, DAY, HOUR, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { openNew, poll, storesOn } from "./open-store.ts";

const FORMER = aRemote({ id: "former" });
const TODAY = aRemote({ id: "today" });
const OTHER = aRemote({ id: "today", url: "https://other.example/feed" });

const draft = (seed: number, title: string) =>
  aDraft({ key: "https://valley.example/1", title, text: generateText(seeded(seed), 300) });

/** An article of a source that was given another id, or of one that another with the same text came after. */
async function opened(next = TODAY) {
  const { db } = await openNew();
  const { ingest, publish } = storesOn(db);
  await ingest.configure([FORMER], NOW - DAY);
  await poll(ingest, { source: "former", drafts: [draft(1, "One story")], now: NOW - DAY });
  const [before] = await publish.entries({ sources: [], after: null, limit: 9 });
  await ingest.configure([next], NOW);
  const send = (one: ReturnType<typeof draft>, now: number) =>
    poll(ingest, { source: "today", drafts: [one], now });
  await send(draft(1, "One story"), NOW);
  const shown = async () =>
    (await publish.entries({ sources: [], after: null, limit: 9 })).map(({ entryId, article }) => [
      entryId === before?.entryId,
      article.source.id,
      article.title,
    ]);
  return { send, shown };
}

it("a source under another id goes on with its entries, and shows no former text again", async () => {
  const { send, shown } = await opened();
  expect(await shown()).toEqual([[true, "today", "One story"]]);
  await send(draft(2, "One story, written anew"), NOW + HOUR);
  expect(await shown()).toEqual([[true, "today", "One story, written anew"]]);
});

it("another source that had the same text goes its own way", async () => {
  const { send, shown } = await opened(OTHER);
  await send(draft(2, "One story, written anew"), NOW + HOUR);
  expect((await shown()).map(([, source, title]) => [source, title]).toSorted()).toEqual([
    ["former", "One story"],
    ["today", "One story, written anew"],
  ]);
});
