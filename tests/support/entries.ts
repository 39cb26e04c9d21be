import { feedUrls } from "../../src/core/entries/addresses.ts";
import type { Entry, EntryCopy, EntrySource, FeedDocument } from "../../src/core/entries/entry.ts";
import { NO_BRANDING } from "../../src/core/settings/branding.ts";
import type { FeedDefinition, SiteDefinition } from "../../src/core/settings/definitions.ts";

/** Builders of what the feed writers take: valid, with only the fields under test spelled out. */

export const aSite = (overrides: Partial<SiteDefinition> = {}): SiteDefinition => ({
  title: "Example Desk",
  description: "What this desk collects.",
  url: "https://desk.example",
  language: "en",
  contact: "desk@desk.example",
  images: "link",
  branding: NO_BRANDING,
  timeZone: null,
  imprint: null,
  privacy: null,
  ...overrides,
});

export const aFeed = (overrides: Partial<FeedDefinition> = {}): FeedDefinition => ({
  id: "all",
  title: "Everything",
  description: "All articles of this desk.",
  language: "en",
  items: 50,
  content: "full",
  bytes: null,
  attribution: true,
  prefer: [],
  withdrawn: { form: "stub", days: 7 },
  where: { sources: [], categories: [], languages: [], match: "", exclude: "" },
  branding: NO_BRANDING,
  leadImage: "metadata",
  ...overrides,
});

export const anEntrySource = (overrides: Partial<EntrySource> = {}): EntrySource => ({
  id: "valley",
  title: "Valley Courier",
  url: "https://valley.example/",
  feedUrl: "https://valley.example/feed.xml",
  feedId: null,
  ...overrides,
});

export const aCopy = (overrides: Partial<EntryCopy> = {}): EntryCopy => ({
  articleId: "c0py",
  source: anEntrySource({ id: "hill", title: "Hill Gazette", url: "https://hill.example/" }),
  title: "The bridge is open, says the Gazette",
  url: "https://hill.example/bridge",
  publishedAt: Date.UTC(2026, 1, 17, 12),
  why: { rule: "exact", tokens: 120 },
  ...overrides,
});

export const anEntry = (overrides: Partial<Entry> = {}): Entry => ({
  id: "https://valley.example/?p=1",
  articleId: "4k7q2m",
  link: "https://valley.example/bridge",
  page: "https://desk.example/articles/4k7q2m",
  title: "The bridge is open again",
  summary: "After four years the bridge over the Halm carries walkers again.",
  contentHtml: "<p>After four years the bridge over the <em>Halm</em> carries walkers again.</p>",
  content: "full",
  authors: [{ name: "Ada Weir", email: null, url: null }],
  categories: ["Local"],
  language: "en",
  rights: null,
  image: null,
  enclosures: [],
  episode: null,
  licences: [],
  commentsUrl: null,
  publishedAt: Date.UTC(2026, 1, 17, 11, 20),
  updatedAt: Date.UTC(2026, 1, 17, 11, 20),
  enteredAt: Date.UTC(2026, 1, 17, 11, 20),
  source: anEntrySource(),
  via: null,
  copies: [],
  share: {
    canonicalUrl: "https://valley.example/bridge",
    title: "The bridge is open again",
    description: "After four years the bridge over the Halm carries walkers again.",
    image: null,
    siteName: "Valley Courier",
  },
  shareLinks: [{ network: "mail", label: "E-Mail", url: "mailto:?subject=The%20bridge" }],
  ...overrides,
});

export const aFeedDocument = (overrides: Partial<FeedDocument> = {}): FeedDocument => ({
  site: aSite(),
  feed: aFeed(),
  id: "urn:uuid:6c1c2a3e-5b1f-5d4e-8a53-0f2b7f1f9d11",
  urls: feedUrls("https://desk.example", "all"),
  updatedAt: Date.UTC(2026, 1, 17, 11, 20),
  copyright: "Each text belongs to its publisher.",
  entries: [anEntry()],
  withdrawn: [],
  stubs: [],
  chain: { page: null, previous: null },
  ...overrides,
});
