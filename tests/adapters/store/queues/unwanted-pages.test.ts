import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../../../src/core/articles/article-draft.ts";
import { NO_USAGE_HEADERS } from "../../../../src/core/rights/usage-terms.ts";
import type { SourceDefinition } from "../../../../src/core/settings/definitions.ts";
import { aDraft, anItem, aRemote, HOUR, NOW } from "../../../support/builders.ts";
import {
  complete,
  dueJobs,
  type OpenedStore,
  openSqliteStore,
  openWith,
  poll,
} from "../open-store.ts";

const VALLEY = aRemote({ id: "valley" });
const PAGE = { url: "https://valley.example/bridge", html: "<p>1", headers: NO_USAGE_HEADERS };

const received = (title: string, page: typeof PAGE | null = null): string =>
  JSON.stringify({ item: anItem({ title }), documentUrl: null, siteUrl: null, derived: [], page });

const summary = (overrides: Partial<ArticleDraft> = {}): ArticleDraft =>
  aDraft({ wantsPage: true, isSummaryOnly: true, raw: received("One"), ...overrides });

const send = ({ ingest }: OpenedStore, draft: ArticleDraft, now = NOW) =>
  poll(ingest, { source: "valley", drafts: [draft], now });

/** A store with one article that waits for its page. */
async function waiting(): Promise<OpenedStore> {
  const store = await openWith(openSqliteStore, [VALLEY]);
  await send(store, summary());
  return store;
}

const NO_PAGES: readonly [string, Partial<Pick<SourceDefinition, "fullText" | "rights">>][] = [
  ["is to be read without pages", { fullText: "never" }],
  ["may not be shown in full", { rights: "excerpt" }],
];

describe("a page that waits", () => {
  it.each(NO_PAGES)(
    "is wanted no longer when its source %s, but again later",
    async (_, change) => {
      const store = await waiting();
      await store.ingest.configure([{ ...VALLEY, ...change }], NOW);
      expect(await store.pages.count()).toBe(0);
      await store.ingest.configure([VALLEY], NOW);
      await send(store, summary(), NOW + HOUR);
      expect(await dueJobs(store, NOW + HOUR, 10)).toHaveLength(1);
    },
  );

  it.each(NO_PAGES)("holds its article back no longer when its source %s", async (_, change) => {
    const store = await waiting();
    const shown = () => store.publish.entries({ sources: [], after: null, limit: 10 });
    const before = await store.publish.revision();
    expect(await shown()).toEqual([]);
    await store.ingest.configure([{ ...VALLEY, ...change }], NOW);
    expect(await shown()).toHaveLength(1);
    expect(await store.publish.revision()).toBeGreaterThan(before);
  });

  it.each(NO_PAGES)("is not fetched for a changed item when its source %s", async (_, change) => {
    const store = await waiting();
    const [job] = await dueJobs(store, NOW, 10);
    if (!job) throw new Error("nothing waits");
    const whole = { isFromPage: true, isSummaryOnly: false, raw: received("One", PAGE) };
    await complete(store, job, summary(whole));
    const news = { itemHash: "two", receivedHash: "two", raw: received("Two") };
    await send(store, summary(news), NOW + HOUR);
    await store.ingest.configure([{ ...VALLEY, ...change }], NOW + HOUR);
    expect(await dueJobs(store, NOW + HOUR, 10)).toMatchObject([
      { mustFetch: false, raw: received("Two", PAGE) },
    ]);
  });

  it("goes on waiting when its source changes in something else", async () => {
    const store = await waiting();
    await store.ingest.configure([{ ...VALLEY, fullText: "always", categories: ["Desk"] }], NOW);
    expect(await dueJobs(store, NOW, 10)).toMatchObject([{ mustFetch: true }]);
  });
});
