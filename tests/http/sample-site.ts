import { readFile } from "node:fs/promises";
import type { Entry, EntrySource } from "../../src/core/entries/entry.ts";
import { NO_BRANDING } from "../../src/core/settings/branding.ts";
import type { FeedDefinition, SiteDefinition } from "../../src/core/settings/definitions.ts";
import type {
  ArticlePage,
  FeedPage,
  FeedSummary,
  FoundArticle,
  WithdrawnArticle,
} from "../../src/publish/pages/page-model.ts";
import type { PublishedSite } from "../../src/publish/pages/ports.ts";

/** Friday, 12 June 2026, noon UTC: the newest moment of the sample. */
export const NOON = Date.UTC(2026, 5, 12, 12);
const HOUR_MS = 3_600_000;

export const aSite = (over: Partial<SiteDefinition> = {}): SiteDefinition => ({
  title: "Musterschau",
  description: "Was vier Häuser am Fluss veröffentlichen, an einer Stelle.",
  url: "https://schau.example",
  language: "de",
  contact: "schau@schau.example",
  images: "link",
  branding: NO_BRANDING,
  timeZone: null,
  imprint: null,
  privacy: null,
  ...over,
});

export const aFeed = (over: Partial<FeedDefinition> = {}): FeedDefinition => ({
  id: "all",
  title: "Alles vom Fluss",
  description: "Jeder Artikel aus allen Häusern.",
  language: "de",
  items: 50,
  content: "full",
  bytes: null,
  attribution: true,
  prefer: [],
  withdrawn: { form: "stub", days: 7 },
  where: { sources: [], categories: [], languages: [], match: "", exclude: "" },
  branding: NO_BRANDING,
  leadImage: "metadata",
  ...over,
});

export const aSource = (over: Partial<EntrySource> = {}): EntrySource => ({
  id: "bote",
  title: "Flussbote",
  url: "https://bote.example/",
  feedId: null,
  feedUrl: "https://bote.example/feed.xml",
  ...over,
});

/** An entry with nothing optional but its text. */
export const anEntry = (over: Partial<Entry> = {}): Entry => {
  const { articleId = "a1", title = "Die Fähre fährt wieder" } = over;
  const link = over.link ?? `https://bote.example/${articleId}`;
  const summary = over.summary ?? "Nach drei Wochen Pause legt sie am Samstag ab.";
  return {
    id: link,
    articleId,
    link,
    page: `https://schau.example/articles/${articleId}`,
    title,
    summary,
    contentHtml: "<p>Am Anleger stehen die ersten Räder.</p>",
    content: "full",
    authors: [],
    categories: [],
    language: "de",
    rights: null,
    image: null,
    enclosures: [],
    episode: null,
    licences: [],
    commentsUrl: null,
    publishedAt: NOON,
    updatedAt: NOON,
    enteredAt: over.publishedAt ?? NOON,
    source: aSource(),
    via: null,
    copies: [],
    share: {
      canonicalUrl: link,
      title,
      description: summary,
      image: over.image?.url ?? null,
      siteName: over.source?.title ?? "Flussbote",
    },
    shareLinks: [
      { network: "mail", label: "E-Mail", url: "mailto:?subject=Hallo" },
      { network: "mastodon", label: "Mastodon", url: "https://tootpick.org/#text=Hallo" },
    ],
    ...over,
  };
};

export const found = (entry: Entry, over: Partial<FoundArticle> = {}): FoundArticle => ({
  kind: "found",
  entry,
  isOwn: false,
  derived: [],
  feeds: [aFeed()],
  ...over,
});

export const aWithdrawal = (over: Partial<WithdrawnArticle> = {}): WithdrawnArticle => ({
  kind: "withdrawn",
  id: "https://bote.example/gone",
  source: aSource(),
  withdrawnAt: NOON,
  reason: "Auf Wunsch des Verlags.",
  ...over,
});

export type SampleSite = {
  readonly site?: SiteDefinition;
  readonly feeds?: readonly FeedDefinition[];
  readonly entries?: readonly Entry[];
  /** Beside those of `entries`, and instead of them under the same id. */
  readonly articles?: Readonly<Record<string, ArticlePage>>;
};

/** A published site that knows what it is given: every feed holds every entry. */
export function samplePublished(
  sample: SampleSite = {},
  over: Partial<PublishedSite> = {},
): PublishedSite {
  const { site = aSite(), feeds = [aFeed()], entries = [anEntry()], articles = {} } = sample;
  const changedAt = entries[0] === undefined ? null : NOON + HOUR_MS;
  const known = new Map<string, ArticlePage>([
    ...entries.map((entry): [string, ArticlePage] => [entry.articleId, found(entry, { feeds })]),
    ...Object.entries(articles),
  ]);
  const summaries = feeds.map((feed) => summaryOf(feed, entries));
  return {
    site: () => site,
    feeds: () => feeds,
    front: async () => ({
      feeds: summaries,
      newest: entries,
      sourceCount: new Set(entries.map(({ source }) => source.id)).size,
      changedAt,
    }),
    feedPage: async (id) => {
      const summary = summaries.find(({ feed }) => feed.id === id);
      return summary === undefined ? null : feedPageOf(summary, entries, changedAt);
    },
    article: async (id) => known.get(id) ?? null,
    archive: async () => ({ ok: true, value: null }),
    picture: (file) => readFile(file).catch(() => null),
    opml: () => '<?xml version="1.0"?><opml version="2.0"><head/><body/></opml>',
    userAgent: () => "Offprint/1.0 (+https://schau.example/about; schau@schau.example)",
    status: async () => ({
      reasons: [],
      sources: [],
      lastPassAt: NOON,
      nodes: [],
      configuration: null,
      backup: null,
    }),
    isReady: () => true,
    ...over,
  };
}

const summaryOf = (feed: FeedDefinition, entries: readonly Entry[]): FeedSummary => ({
  feed,
  entryCount: entries.length,
  entriesPerDay: entries.length > 3 ? 3.4 : null,
  newestAt: entries[0]?.publishedAt ?? null,
  languages: [...new Set(entries.map(({ language }) => language ?? "de"))],
});

const feedPageOf = (
  summary: FeedSummary,
  entries: readonly Entry[],
  changedAt: number | null,
): FeedPage => {
  const counts = new Map<string, { source: EntrySource; entryCount: number }>();
  for (const { source } of entries) {
    const entryCount = (counts.get(source.id)?.entryCount ?? 0) + 1;
    counts.set(source.id, { source, entryCount });
  }
  return { summary, entries, sources: [...counts.values()], changedAt };
};
