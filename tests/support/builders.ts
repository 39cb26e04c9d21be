import type { ArticleDraft } from "../../src/core/articles/article-draft.ts";
import type { Identity } from "../../src/core/articles/identity/identity.ts";
import type { Item } from "../../src/core/articles/item.ts";
import { DRAFTING_RULES } from "../../src/core/articles/material-change.ts";
import type { Received } from "../../src/core/articles/received.ts";
import { type KnownArticle, NO_VISITS } from "../../src/core/articles/stored-context.ts";
import { NO_EXCEPTIONS } from "../../src/core/cleaning/exceptions.ts";
import type { StoredEntry } from "../../src/core/entries/publish-store.ts";
import type { StoredArticle } from "../../src/core/entries/stored-article.ts";
import { type IngestIntent, NO_CHANGES } from "../../src/core/intake/ingest-intent.ts";
import type { Page } from "../../src/core/pages/page.ts";
import type { PageTerms } from "../../src/core/rights/usage-terms.ts";
import type { FolderSource, RemoteSource } from "../../src/core/settings/definitions.ts";
import { NO_ATTACHMENTS } from "../../src/core/similarity/attachments.ts";
import { fingerprintOf, NO_FINGERPRINT } from "../../src/core/similarity/fingerprint.ts";
import { type FeedInfo, NO_HINTS } from "../../src/core/sources/feed.ts";
import type { MeasuredPoll } from "../../src/core/sources/polling/measure-poll.ts";
import { FRESH_STATE, type SourceState } from "../../src/core/sources/source-state.ts";
import { tokensByLine } from "../../src/core/text/tokens.ts";
import { anEntrySource } from "./entries.ts";

/** Builders of the core's words: valid, with only the fields under test spelled out. */

/** A Tuesday noon. */
export const NOW = Date.UTC(2026, 1, 17, 12);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const aRemote = (overrides: Partial<RemoteSource> = {}): RemoteSource => ({
  kind: "remote",
  id: "valley",
  url: "https://valley.example/feed.xml",
  title: null,
  everyMs: 15 * 60_000,
  fullText: "auto",
  rights: "full",
  paused: false,
  categories: [],
  cleanup: NO_EXCEPTIONS,
  ...overrides,
});

export const aFolder = (overrides: Partial<FolderSource> = {}): FolderSource => {
  const { url: _, ...common } = aRemote();
  return { ...common, kind: "folder", id: "desk", folder: "/srv/desk", ...overrides };
};

export const aSource = (overrides: Partial<SourceState> = {}): SourceState => ({
  definition: aRemote(),
  ...FRESH_STATE,
  files: new Map(),
  ...overrides,
});

export const anItem = (overrides: Partial<Item> = {}): Item => ({
  guid: "https://valley.example/?p=1",
  link: "https://valley.example/bridge",
  title: "The bridge is open again",
  authors: [],
  publishedAt: NOW - HOUR,
  updatedAt: null,
  summaryHtml: null,
  contentHtml: "<p>After four years the bridge over the Halm carries walkers again.</p>",
  categories: [],
  language: "en",
  rights: null,
  enclosures: [],
  image: null,
  source: null,
  commentsUrl: null,
  ...overrides,
});

export const aReceived = (overrides: Partial<Received> = {}): Received => ({
  item: anItem(),
  documentUrl: "https://valley.example/feed.xml",
  siteUrl: null,
  derived: [],
  page: null,
  ...overrides,
});

/** Of the bridge of `anItem`, with the whole of its article. */
export const aPage = (overrides: Partial<Page> = {}): Page => ({
  url: "https://valley.example/bridge",
  canonicalUrl: "https://valley.example/bridge",
  title: "The bridge is open again",
  authors: [],
  publishedAt: null,
  updatedAt: null,
  siteName: null,
  description: null,
  image: null,
  language: null,
  categories: [],
  section: null,
  rights: null,
  faviconUrl: null,
  terms: NO_TERMS,
  contentHtml: `<p>${BRIDGE_TEXT}</p>`,
  text: BRIDGE_TEXT,
  removed: [],
  provenance: new Map(),
  furtherUrl: null,
  goesOn: false,
  shownText: "",
  ...overrides,
});

export const NO_TERMS: PageTerms = {
  robots: [],
  isTdmReserved: null,
  tdmPolicyUrl: null,
  isFree: null,
  licenceUrl: null,
  rslLicence: null,
};

const BRIDGE_TEXT = `After four years the bridge over the Halm carries walkers again. ${"The county paid for two new pillars and a deck of larch, and the mayor walked first. ".repeat(4).trim()}`;

/** The hashes follow what they stand for: drafts with equal texts carry equal text hashes. */
export function aDraft(overrides: Partial<ArticleDraft> = {}): ArticleDraft {
  const draft = { ...PLAIN, ...overrides };
  const { title, text, categories, publishedAt, derived, republish } = draft;
  const isDated = !derived.includes("publishedAt");
  const contentHash = overrides.contentHash ?? `content ${title} ${text}`;
  const metadataHash =
    overrides.metadataHash ?? JSON.stringify([categories, republish, isDated && publishedAt]);
  const receivedHash = overrides.receivedHash ?? contentHash;
  const receivedMetadataHash = overrides.receivedMetadataHash ?? metadataHash;
  return {
    ...draft,
    // Another guid at one address would be another name of one article.
    link: draft.key === PLAIN.key ? draft.link : (overrides.link ?? linkFor(draft.key)),
    identity: overrides.identity ?? anIdentity({ guid: draft.key }),
    guid: overrides.guid === undefined ? draft.key : overrides.guid,
    contentHash,
    metadataHash,
    itemHash: overrides.itemHash ?? `item ${receivedHash} ${receivedMetadataHash}`,
    receivedHash,
    receivedMetadataHash,
    textHash: overrides.textHash ?? `text ${text}`,
    fingerprint: overrides.fingerprint ?? fingerprintOf(tokensByLine(text)),
  };
}

const linkFor = (key: string): string => `https://valley.example/at/${encodeURIComponent(key)}`;

/** Of an item that only its guid tells from others. */
export const anIdentity = (overrides: Partial<Identity> = {}): Identity => ({
  guid: null,
  address: null,
  content: `content-of-${overrides.guid ?? overrides.address}`,
  former: [],
  ...overrides,
});

const PLAIN: ArticleDraft = {
  key: "https://valley.example/?p=1",
  identity: anIdentity(),
  guid: null,
  link: "https://valley.example/bridge",
  canonicalUrl: "https://valley.example/bridge",
  title: "The bridge is open again",
  authors: [],
  contentHtml: "<p>After four years the bridge over the Halm carries walkers again.</p>",
  text: "After four years the bridge over the Halm carries walkers again.",
  summary: "After four years the bridge over the Halm carries walkers again.",
  isSummaryOnly: false,
  image: null,
  categories: [],
  language: "en",
  rights: null,
  enclosures: [],
  episode: null,
  licences: [],
  origin: null,
  commentsUrl: null,
  publishedAt: NOW - HOUR,
  updatedAt: null,
  derived: [],
  isOnOwnHost: true,
  republish: "full",
  lowered: [],
  removed: [],
  provenance: {},
  outline: [],
  contentHash: "",
  metadataHash: "",
  textHash: "",
  tokenCount: 200,
  fingerprint: NO_FINGERPRINT,
  itemHash: "",
  receivedHash: "",
  receivedMetadataHash: "",
  rules: DRAFTING_RULES,
  wantsPage: false,
  isFromPage: false,
  raw: "{}",
};

export const aKnownArticle = (overrides: Partial<KnownArticle> = {}): KnownArticle => {
  const { title, textHash, tokenCount, contentHash, metadataHash, fingerprint } = aDraft();
  const receivedHash = overrides.contentHash ?? contentHash;
  const receivedMetadataHash = overrides.metadataHash ?? metadataHash;
  const received = {
    itemHash: `item ${receivedHash} ${receivedMetadataHash}`,
    receivedHash,
    receivedMetadataHash,
  };
  return {
    ...{ title, textHash, tokenCount, contentHash, metadataHash, fingerprint, ...received },
    ...{
      rules: DRAFTING_RULES,
      isFromPage: false,
      hadPageJob: false,
      heldUntil: null,
      visits: NO_VISITS,
    },
    address: null,
    attachments: NO_ATTACHMENTS,
    id: "article-1",
    sourceId: "valley",
    key: PLAIN.key,
    place: 0,
    isForgotten: false,
    guid: PLAIN.key,
    givenAddress: null,
    derived: [],
    republish: "full",
    isOnOwnHost: true,
    isSummaryOnly: false,
    comparedAt: NOW - HOUR,
    firstPublishedAt: NOW - HOUR,
    publishedAt: NOW - HOUR,
    receivedAt: NOW - HOUR,
    enteredAt: NOW - HOUR,
    clusterId: "article-1",
    ...overrides,
  };
};

export const aFeedInfo = (overrides: Partial<FeedInfo> = {}): FeedInfo => ({
  title: "Valley Courier",
  link: "https://valley.example/",
  language: "en",
  id: null,
  feedUrl: null,
  description: null,
  generator: null,
  rights: null,
  hints: NO_HINTS,
  ...overrides,
});

export const anIntent = (overrides: Partial<IngestIntent> = {}): IngestIntent => ({
  ...NO_CHANGES,
  ...overrides,
});

export const aStoredArticle = (overrides: Partial<StoredArticle> = {}): StoredArticle => {
  const { guid, link, canonicalUrl, title, summary, contentHtml, text } = aDraft();
  return {
    ...{ guid, link, canonicalUrl, title, summary, contentHtml, text },
    id: "4k7q2m",
    source: anEntrySource(),
    authors: [],
    categories: [],
    fileTypes: {},
    language: "en",
    rights: null,
    republish: "full",
    image: null,
    episode: null,
    licences: [],
    origin: null,
    enclosures: [],
    commentsUrl: null,
    publishedAt: NOW - HOUR,
    updatedAt: NOW - HOUR,
    receivedAt: NOW - HOUR,
    derived: [],
    removed: [],
    lowered: [],
    provenance: {},
    ...overrides,
  };
};

export const aStoredEntry = (overrides: Partial<StoredEntry> = {}): StoredEntry => ({
  clusterId: "4k7q2m",
  entryId: "https://valley.example/?p=1",
  enteredAt: NOW - HOUR,
  withdrawal: null,
  publishedAt: NOW - HOUR,
  updatedAt: NOW - HOUR,
  article: aStoredArticle(),
  copies: [],
  ...overrides,
});

/** A poll that ended at once and found nothing. */
export const aMeasuredPoll = (overrides: Partial<MeasuredPoll> = {}): MeasuredPoll => ({
  at: NOW,
  outcome: "unchanged",
  status: 304,
  ms: 0,
  bytes: 0,
  items: 0,
  failed: 0,
  reason: null,
  ...overrides,
});
