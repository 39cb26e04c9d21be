import { describe, expect, it } from "vitest";
import { feedRenderers } from "../../../src/adapters/feed-writer/feed-renderers.ts";
import type { EntryQuery, StoredEntry } from "../../../src/core/entries/publish-store.ts";
import type { StoredArticle } from "../../../src/core/entries/stored-article.ts";
import type { FeedDefinition } from "../../../src/core/settings/definitions.ts";
import { currentEntries, previewFeed } from "../../../src/publish/feeds/preview-feed.ts";
import { aStoredArticle, aStoredEntry, NOW } from "../../support/builders.ts";
import { aFeed, anEntrySource, aSite } from "../../support/entries.ts";

type Text = Partial<StoredArticle> & { readonly from?: string };

/** A store of these texts, the newest first; their titles are their clusters' ids. */
function previewOf(texts: readonly Text[], feed: Partial<FeedDefinition>, limit = 50) {
  const all: StoredEntry[] = texts.map(({ from = "valley", ...article }, n) =>
    aStoredEntry({
      clusterId: `c${n}`,
      enteredAt: NOW - n,
      article: aStoredArticle({ title: `t${n}`, source: anEntrySource({ id: from }), ...article }),
    }),
  );
  const store = {
    instance: async () => ({ id: "i", createdAt: 0 }),
    entries: async ({ sources, after, limit: most }: EntryQuery) =>
      all
        .filter(({ enteredAt }) => after === null || enteredAt < after.enteredAt)
        .filter(({ article }) => sources.length === 0 || sources.includes(article.source.id))
        .slice(0, most),
  };
  const deps = { store, renderers: feedRenderers, site: aSite() };
  const definition = aFeed(feed);
  return { preview: previewFeed(definition, limit, deps), now: currentEntries(definition, deps) };
}

const WHERE = aFeed().where;

describe("previewFeed", () => {
  it.each<[string, Text, Partial<FeedDefinition["where"]>, unknown]>([
    ["source", { from: "hill" }, { sources: ["valley"] }, { condition: "source" }],
    ["category", { categories: ["Sport"] }, { categories: ["News"] }, { condition: "category" }],
    ["language", { language: "de" }, { languages: ["en"] }, { condition: "language" }],
    ["match", {}, { match: "walkers trains" }, { condition: "match", term: "trains" }],
    ["exclude", {}, { exclude: "walkers" }, { condition: "exclude", terms: ["walkers"] }],
  ])("says that the %s keeps a text out", async (_what, text, where, why) => {
    const { preview } = previewOf([text], { where: { ...WHERE, ...where } });
    expect(await preview).toMatchObject({ entries: [], others: [{ why }] });
  });

  it("names the first condition that is not met", async () => {
    const where = { ...WHERE, languages: ["fr"], match: "trains" };
    const { others } = await previewOf([{}], { where }).preview;
    expect(others[0]?.why).toEqual({ condition: "language" });
  });

  it("says what is older than the newest that belong there", async () => {
    const { entries, others } = await previewOf([{}, {}, {}], { items: 2 }).preview;
    expect(entries.map(({ clusterId }) => clusterId)).toEqual(["c0", "c1"]);
    expect(others).toMatchObject([{ entry: { clusterId: "c2" }, why: { condition: "older" } }]);
  });

  it("tells what a limit of bytes left out from what is too old anyway", async () => {
    const long = { contentHtml: `<p>${"word ".repeat(2000)}</p>` };
    const { preview, now } = previewOf(Array(6).fill(long), { items: 4, bytes: 30_000 });
    const { entries, others } = await preview;
    expect(entries).toHaveLength(2);
    expect(others.map(({ why }) => why.condition)).toEqual(["bytes", "bytes", "older", "older"]);
    expect(await now).toEqual(entries);
  });

  it("lists no more of the others than asked for, and looks beyond what is in the feed", async () => {
    const texts = Array.from({ length: 250 }, (_, n) => (n < 150 ? {} : { language: "de" }));
    const where = { ...WHERE, languages: ["en"] };
    const { entries, others } = await previewOf(texts, { items: 150, where }, 60).preview;
    expect(entries).toHaveLength(150);
    expect(others.map(({ entry }) => entry.clusterId)).toEqual(
      Array.from({ length: 60 }, (_, n) => `c${150 + n}`),
    );
  });

  it("holds every text exactly once: in the feed, or among the others", async () => {
    const texts = Array.from({ length: 130 }, (_, n) => ({
      from: n % 3 === 0 ? "hill" : "valley",
      language: n % 2 === 0 ? "de" : "en",
    }));
    const where = { ...WHERE, sources: ["valley"], languages: ["en"] };
    const { entries, others } = await previewOf(texts, { items: 10, where }, 1000).preview;
    const ids = [...entries, ...others.map(({ entry }) => entry)].map(({ clusterId }) => clusterId);
    expect(entries).toHaveLength(10);
    expect(new Set(ids).size).toBe(130);
    expect(ids).toHaveLength(130);
  });
});
