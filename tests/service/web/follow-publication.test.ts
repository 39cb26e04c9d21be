import { expect, it, onTestFinished, vi } from "vitest";
import type {
  PublicationLog,
  PublicationRow,
  StoredDocument,
} from "../../../src/core/entries/publication.ts";
import { followPublication } from "../../../src/service/web/follow-publication.ts";
import { NOW } from "../../support/builders.ts";
import { brotliOf, textOf } from "../../support/document-text.ts";

/** A log in memory to which a test publishes, and what a follower was told. */
function setUp() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const rows: PublicationRow[] = [];
  const documents = new Map<string, StoredDocument>();
  const world = { version: 1, isBroken: false, isHearing: false, asked: [] as number[] };
  let hint = (): void => {};
  const seen = {
    documents: [] as string[],
    publications: [] as [number, boolean][],
    problems: 0,
  };
  const check = (): void => {
    if (world.isBroken) throw new Error("disk gone");
  };
  const log: Pick<PublicationLog, "after" | "document"> = {
    async after(cursor) {
      world.asked.push(cursor);
      check();
      return rows.filter(({ seq }) => seq > cursor);
    },
    async document(feedId, name) {
      check();
      return documents.get(`${feedId}.${name}`) ?? null;
    },
  };
  const publish = (feedId: string, text: string | null): void => {
    const etag = text === null ? null : `"${text}"`;
    const seq = rows.length + 1;
    rows.push({ seq, feedId, name: "rss", etag, at: NOW, tookMs: 1 });
    if (etag === null) documents.delete(`${feedId}.rss`);
    else {
      const document = { etag, changedAt: NOW, links: "", br: brotliOf(text ?? "") };
      documents.set(`${feedId}.rss`, { name: "rss", ...document });
    }
    world.version += 1;
  };
  const follow = async () => {
    const stop = await followPublication({
      log,
      dataVersion: async () => world.version,
      onDocument: ({ feedId, seq }, document) =>
        seen.documents.push(`${seq} ${feedId} ${document === null ? "gone" : textOf(document)}`),
      onPublication: (news, isFirst) => seen.publications.push([news.length, isFirst]),
      onProblem: () => {
        seen.problems += 1;
      },
      hear: async (onHint) => {
        hint = onHint;
        return {
          isHearing: () => world.isHearing,
          async stop() {
            world.isHearing = false;
          },
        };
      },
    });
    onTestFinished(stop);
    return stop;
  };
  /** What was told since this was asked last. */
  const news = () => seen.documents.splice(0);
  return { rows, world, seen, publish, follow, news, hint: () => hint() };
}

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

it("who begins to follow has been told of everything before it goes on", async () => {
  const { seen, publish, follow, news } = setUp();
  publish("all", "one");
  publish("local", "one");
  await follow();
  expect(news()).toEqual(["1 all one", "2 local one"]);
  expect(seen.publications).toEqual([[2, true]]);
});

it("what is published is told within a fifth of a second, each row once", async () => {
  const { seen, world, publish, follow, news } = setUp();
  publish("all", "one");
  await follow();
  news();
  publish("all", "two");
  await pass(200);
  expect(news()).toEqual(["2 all two"]);
  expect(world.asked.at(-1)).toBe(1);
  publish("local", "one");
  await pass(200);
  expect(news()).toEqual(["3 local one"]);
  expect(world.asked.at(-1)).toBe(2);
  await pass(60_000);
  expect(news()).toEqual([]);
  expect(seen.publications).toEqual([
    [1, true],
    [1, false],
    [1, false],
  ]);
});

it("the log is asked only when somebody committed", async () => {
  const { world, follow } = setUp();
  await follow();
  const before = world.asked.length;
  await pass(10_000);
  expect(world.asked).toHaveLength(before);
  world.version += 1;
  await pass(1_000);
  expect(world.asked).toHaveLength(before + 1);
});

it("what is published after an empty beginning is no first reading", async () => {
  const { seen, publish, follow } = setUp();
  await follow();
  expect(seen.publications).toEqual([]);
  publish("all", "one");
  await pass(200);
  expect(seen.publications).toEqual([[1, false]]);
});

it("a feed that is gone is told as gone, and comes back", async () => {
  const { publish, follow, news } = setUp();
  publish("all", "one");
  await follow();
  publish("all", null);
  await pass(200);
  publish("all", "again");
  await pass(200);
  expect(news()).toEqual(["1 all one", "2 all gone", "3 all again"]);
});

it("what cannot be read at first is read a little later, and nothing was lost", async () => {
  const { seen, world, publish, follow, news } = setUp();
  publish("all", "one");
  world.isBroken = true;
  await follow();
  expect(seen.problems).toBeGreaterThan(0);
  expect(news()).toEqual([]);
  world.isBroken = false;
  await pass(1_000);
  expect(news()).toEqual(["1 all one"]);
  expect(seen.publications).toEqual([[1, true]]);
});

it("what cannot be read later is read again once it can be, though nobody committed since", async () => {
  const { seen, world, publish, follow, news } = setUp();
  publish("all", "one");
  await follow();
  news();
  world.isBroken = true;
  publish("all", "two");
  await pass(3_000);
  expect(seen.problems).toBeGreaterThan(0);
  world.isBroken = false;
  await pass(1_000);
  expect(news()).toEqual(["2 all two"]);
});

it("nothing is read any more once it is stopped", async () => {
  const { world, publish, follow, news } = setUp();
  const stop = await follow();
  const before = world.asked.length;
  await stop();
  publish("all", "one");
  await pass(60_000);
  expect([world.asked.length, news()]).toEqual([before, []]);
});

it("who hears of publications is told with the hint, and looks every five seconds in case one is missed", async () => {
  const { world, publish, follow, news, hint } = setUp();
  await follow();
  world.isHearing = true;
  await pass(200);
  publish("all", "one");
  hint();
  await pass(0);
  expect(news()).toEqual(["1 all one"]);
  publish("all", "two");
  await pass(4_900);
  expect(news()).toEqual([]);
  await pass(100);
  expect(news()).toEqual(["2 all two"]);
});

it("who hears nothing any more looks often again", async () => {
  const { world, publish, follow, news, hint } = setUp();
  await follow();
  world.isHearing = true;
  await pass(200);
  world.isHearing = false;
  hint(); // as at the loss of the connection
  await pass(0);
  publish("all", "one");
  await pass(200);
  expect(news()).toEqual(["1 all one"]);
});
