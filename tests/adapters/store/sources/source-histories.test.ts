import { expect, it } from "vitest";
import { createSourceHistories } from "../../../../src/adapters/store/sources/source-histories.ts";
import { dayOf } from "../../../../src/core/sources/polling/poll-history.ts";
import { aDraft, aMeasuredPoll, aRemote, DAY, HOUR, NOW } from "../../../support/builders.ts";
import { openNew, poll, sourceOf, storesOn } from "../open-store.ts";

const TODAY = dayOf(NOW);
const ALL = { from: TODAY, to: TODAY + 1000 };

async function opened() {
  const { db } = await openNew();
  const { ingest } = storesOn(db);
  const hill = aRemote({ id: "hill", url: "https://hill.example/feed.xml" });
  await ingest.configure([aRemote({ id: "valley" }), hill], NOW);
  const quiet = async (id: string, at: number, reason: string | null = null): Promise<void> => {
    const outcome = reason === null ? "unchanged" : "failed";
    await ingest.recordPoll({
      state: await sourceOf(ingest, id),
      filesTried: new Map(),
      measured: aMeasuredPoll({ at, outcome, ms: 40, reason }),
    });
  };
  return { ingest, quiet, histories: createSourceHistories(db) };
}

it("remembers polls that bring articles, and those that do not, with what they changed", async () => {
  const { ingest, quiet, histories } = await opened();
  await poll(ingest, { source: "valley", drafts: [aDraft({ key: "a" }), aDraft({ key: "b" })] });
  await quiet("valley", NOW + HOUR, "no answer within 30 s");
  expect(await histories.polls("valley")).toMatchObject([
    { at: NOW + HOUR, outcome: "failed", new: 0, reason: "no answer within 30 s" },
    { at: NOW, new: 2, merged: 1 },
  ]);
  expect(await histories.polls("nobody")).toEqual([]);
});

it("has the days of sources, the one that lasts included, each by itself and all added", async () => {
  const { ingest, quiet, histories } = await opened();
  await poll(ingest, { source: "valley", drafts: [aDraft()] });
  await quiet("valley", NOW + HOUR);
  await quiet("valley", NOW + DAY);
  await quiet("hill", NOW + DAY);
  const days = await histories.days(["hill", "valley", "nobody"], ALL);
  expect([...days.keys()].toSorted()).toEqual(["hill", "valley"]);
  expect(days.get("valley")).toMatchObject([
    { day: TODAY, polls: 2, new: 1, unchanged: 2, ms: 40, slowest: 40 },
    { day: TODAY + 1, polls: 1, new: 0 },
  ]);
  expect(await histories.days(["valley"], { ...ALL, from: TODAY + 1 })).toEqual(
    new Map([["valley", days.get("valley")?.slice(1)]]),
  );
  expect(await histories.allDays(ALL)).toMatchObject([
    { day: TODAY, polls: 2 },
    { day: TODAY + 1, polls: 2, unchanged: 2, slowest: 40 },
  ]);
});

it("adds to a day that is over when a clock was set back", async () => {
  const { quiet, histories } = await opened();
  for (const day of [0, 1, 0, 2]) await quiet("hill", NOW + day * DAY);
  const days = await histories.days(["hill"], ALL);
  expect(days.get("hill")?.map(({ day, polls }) => [day - TODAY, polls])).toEqual([
    [0, 2],
    [1, 1],
    [2, 1],
  ]);
});

it("forgets days after two years, with the next day that is over", async () => {
  const { quiet, histories } = await opened();
  for (const day of [0, 1, 740, 741]) await quiet("hill", NOW + day * DAY);
  const days = await histories.days(["hill"], ALL);
  expect(days.get("hill")?.map(({ day }) => day - TODAY)).toEqual([740, 741]);
});

it("has no days that have not come", async () => {
  const { quiet, histories } = await opened();
  await quiet("hill", NOW);
  await quiet("hill", NOW + 400 * DAY);
  await quiet("valley", NOW);
  const today = { from: TODAY, to: TODAY };
  expect((await histories.days(["hill"], today)).get("hill")?.map(({ day }) => day)).toEqual([
    TODAY,
  ]);
  expect(await histories.allDays(today)).toMatchObject([{ day: TODAY, polls: 2 }]);
});

it("forgets the last polls of a source that moves to another address, and keeps its days", async () => {
  const { ingest, quiet, histories } = await opened();
  await quiet("hill", NOW, "the server answered 404");
  const moved = aRemote({ id: "hill", url: "https://hill.example/new.xml" });
  await ingest.configure([aRemote({ id: "valley" }), moved], NOW);
  expect(await histories.polls("hill")).toEqual([]);
  expect((await histories.days(["hill"], ALL)).get("hill")).toMatchObject([{ failures: 1 }]);
});
