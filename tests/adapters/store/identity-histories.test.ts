import fc from "fast-check";
import { expect, it } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import type { IngestIntent } from "../../../src/core/intake/ingest-intent.ts";
import { draftArticle } from "../../../src/ingest/draft-article.ts";
import { aReceived, aRemote } from "../../support/builders.ts";
import {
  type Habits,
  type Plan,
  plans,
  type ToldStory,
  tell,
} from "../../support/invented-source.ts";
import { PLAIN_DRAFTING } from "../../support/plain-drafting.ts";
import { isRecognisable } from "../../support/recognisable.ts";
import { openNew, poll, storesOn } from "./open-store.ts";

const SOURCE = aRemote({ id: "valley" });

const draftOf = ({ item }: ToldStory): ArticleDraft =>
  draftArticle(aReceived({ item }), { source: SOURCE, repeated: [], keptLines: [] }, PLAIN_DRAFTING)
    .draft;

/** What is wrong with what a desk makes of a source, in words. */
async function faultsOf(plan: Plan): Promise<readonly string[]> {
  const { db, close } = await openNew();
  const { ingest } = storesOn(db);
  await ingest.configure([SOURCE], 0);
  const ledger = createLedger(plan.habits);
  const faults: string[] = [];
  for (const [index, { now, told }] of tell(plan).entries()) {
    const drafts = told.map(draftOf);
    const intent = await poll(ingest, { source: SOURCE.id, drafts, now });
    const items = new Map(drafts.map(({ itemHash }, at) => [itemHash, told[at]]));
    faults.push(...ledger.enter(intent, told, items).map((fault) => `poll ${index}: ${fault}`));
  }
  await close();
  return faults;
}

type Items = ReadonlyMap<string, ToldStory | undefined>;

/** Which story each article is, and what a poll made of them that is wrong. */
function createLedger(habits: Habits) {
  const storyOf = new Map<string, number>();
  const polls = new Map<number, number>();
  let areNamesDoubted = false;

  function inserted({ inserts }: IngestIntent, items: Items): readonly string[] {
    return inserts.flatMap(({ id, draft }) => {
      const { story, change } = itemBy(items, draft.itemHash);
      const isDouble = [...storyOf.values()].includes(story);
      const seen = { polls: polls.get(story) ?? 0, areNamesDoubted };
      const isFault = isDouble && isRecognisable(habits, change, seen);
      areNamesDoubted ||= isDouble;
      if (isDouble) polls.delete(story);
      storyOf.set(id, story);
      return isFault ? [`story ${story} doubled after its ${change} changed`] : [];
    });
  }

  const changed = ({ updates, rekeyed }: IngestIntent, items: Items): readonly string[] =>
    [...rekeyed, ...updates.map(({ id, draft }) => ({ id, itemHash: draft.itemHash }))].flatMap(
      ({ id, itemHash }) => {
        const { story } = itemBy(items, itemHash);
        return storyOf.get(id) === story ? [] : [`${story} took over ${storyOf.get(id)}`];
      },
    );

  return {
    enter(intent: IngestIntent, told: readonly ToldStory[], items: Items): readonly string[] {
      const faults = [...inserted(intent, items), ...changed(intent, items)];
      const known = new Set(storyOf.values());
      const lost = told.filter(({ story }) => !known.has(story));
      for (const { story } of told) polls.set(story, (polls.get(story) ?? 0) + 1);
      const corrected = told.filter(({ change }) => change !== null && change !== "new");
      const isFalseNews = intent.counts.updated > corrected.length;
      return [
        ...faults,
        ...lost.map(({ story }) => `story ${story} lost`),
        ...(isFalseNews ? [`${intent.counts.updated} told as updated`] : []),
      ];
    },
  };
}

function itemBy(items: Items, itemHash: string): ToldStory {
  const item = items.get(itemHash);
  if (item === undefined) throw new Error("an article that no item is");
  return item;
}

it("no story of a source is lost, doubled or taken over, whatever its names and habits are", async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      expect(await faultsOf(plan)).toEqual([]);
    }),
  );
});
