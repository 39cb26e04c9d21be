import fc from "fast-check";
import { expect, it } from "vitest";
import type { EditorAction } from "../../src/core/stories/editing.ts";
import { aDraft, anItem, HOUR, NOW } from "../support/builders.ts";
import { aFeed } from "../support/entries.ts";
import { editText, generateText, seeded } from "../support/generated-texts.ts";
import { type Desk, openDesk, SOURCES } from "./interplay-desk.ts";

const FEEDS = [
  aFeed({ id: "all", items: 3 }),
  aFeed({ id: "preferring", items: 3, prefer: ["lake", "hill"] }),
];

const TEXTS = Array.from({ length: 8 }, (_, n) => generateText(seeded(n + 1), 200));
const textOf = (n: number, variant: number): string =>
  variant === 0 ? (TEXTS[n] ?? "") : editText(seeded(n * 10 + variant), TEXTS[n] ?? "");

const source = fc.constantFrom(...SOURCES.map(({ id }) => id));
const number = fc.nat(3);
const articleOf = fc.record({ source, key: fc.nat(2) });
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("send" as const),
      article: articleOf,
      text: fc.nat(7),
      variant: number,
      held: fc.boolean(),
      rights: fc.constantFrom("full" as const, "excerpt" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("complete" as const),
      article: articleOf,
      text: fc.nat(7),
      variant: number,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("fail" as const, "later" as const, "release" as const),
      article: articleOf,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("withdraw" as const, "restore" as const),
      article: articleOf,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("merge" as const, "veto" as const, "split" as const, "undo" as const),
      article: articleOf,
      other: articleOf,
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("publish" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const idOf = ({ source, key }: { source: string; key: number }) => `${source}/${source}-${key}`;
const datedBy = (text: number): number => NOW - HOUR * (text + 1);

type Course = {
  readonly desk: Desk;
  /** What may be undone, the latest last. */
  readonly done: EditorAction[];
  readonly watch: Watch;
};

type Sent = Extract<Step, { readonly do: "send" }>;
type Completed = Extract<Step, { readonly do: "complete" }>;
type Edited = Extract<Step, { readonly do: "merge" | "veto" | "split" | "undo" }>;

const RAW = JSON.stringify({
  item: anItem(),
  documentUrl: null,
  siteUrl: null,
  derived: [],
  page: null,
});

const sent = ({ article: { source, key }, text, variant, held, rights }: Sent) => ({
  key: `${source}-${key}`,
  title: `${source} ${text} ${variant}`,
  wantsPage: held,
  isSummaryOnly: held,
  republish: rights,
  raw: RAW,
  publishedAt: datedBy(text),
});

const whole = ({ article: { source, key }, text, variant }: Completed, now: number) =>
  aDraft({
    key: `${source}-${key}`,
    title: `${source} whole ${text} ${variant}`,
    text: textOf(text, variant),
    wantsPage: true,
    isFromPage: true,
    receivedHash: `item of ${now}`,
    publishedAt: datedBy(text),
  });

const actionOf = (kind: "merge" | "veto" | "split", { article, other }: Edited): EditorAction =>
  kind === "split"
    ? { kind, articles: [idOf(article)] }
    : { kind, articles: [idOf(article), idOf(other)] };

async function take(course: Course, one: Step): Promise<void> {
  const { desk, done, watch } = course;
  desk.world.now += 60_000;
  switch (one.do) {
    case "send":
      await desk.send(one.article.source, textOf(one.text, one.variant), sent(one));
      return;
    case "complete":
      return desk.complete(idOf(one.article), whole(one, desk.world.now));
    case "fail":
      return desk.fail(idOf(one.article), null);
    case "later":
      return desk.fail(idOf(one.article), desk.world.now + HOUR);
    case "release":
      desk.world.now += 600_000;
      await desk.release();
      return;
    case "withdraw":
      await desk.withdraw(idOf(one.article));
      return;
    case "restore":
      await desk.restore(idOf(one.article));
      return;
    case "undo": {
      const last = done.pop();
      if (last) await desk.undo(last);
      return;
    }
    case "split":
    case "merge":
    case "veto": {
      const action = actionOf(one.do, one);
      const outcome = await desk.edit(action);
      if (outcome.ok) done.push(action);
      return;
    }
    case "publish":
      await check(desk, watch);
  }
}

/** Which cluster has an entry id. */
type Watch = Map<string, string>;

async function check(desk: Desk, watch: Watch): Promise<void> {
  await desk.publish();
  for (const { feedId, atom, json, anew, entries } of await desk.shelves()) {
    const ids = entries.map(({ entryId }) => entryId);
    expect(
      atom.map(({ id }) => id),
      `${feedId} atom`,
    ).toEqual(ids);
    expect(
      json.map(({ id }) => id),
      `${feedId} json`,
    ).toEqual(ids);
    expect(
      anew.map(({ id }) => id),
      `${feedId} anew`,
    ).toEqual(ids);
    for (const { entryId, clusterId } of entries) {
      expect(watch.get(entryId) ?? clusterId).toBe(clusterId);
      watch.set(entryId, clusterId);
    }
  }
}

it("whatever happens, partners have what the store publishes", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 40, size: "max" }),
      async (steps) => {
        const desk = await openDesk(FEEDS);
        const watch: Watch = new Map();
        const course: Course = { desk, done: [], watch };
        for (const one of steps) await take(course, one);
        await check(desk, watch);
      },
    ),
    { numRuns: 12 },
  );
});
