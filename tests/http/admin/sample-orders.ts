import type { JournalEntry } from "../../../src/core/orders/journal.ts";
import type { Order } from "../../../src/core/orders/order.ts";
import type { SourcePreview } from "../../../src/core/sources/source-preview.ts";
import { NOON } from "../sample-site.ts";

export const FEED = "https://hill.example/feed.xml";
/** What a look at a source was answered. */
export const PREVIEW: SourcePreview = {
  asked: "https://hill.example/",
  address: FEED,
  announced: [
    { url: FEED, title: "All" },
    { url: "https://hill.example/sport.xml", title: "Sport" },
  ],
  title: "The Hill <News>",
  items: 12,
  failed: 0,
  requests: 2,
  problem: null,
  warnings: ["an item has no date"],
  articles: [
    {
      title: "A bridge & more",
      url: "javascript:alert(1)",
      publishedAt: null,
      language: "en",
      authors: ["A. Writer"],
      text: "The first paragraph.\n\nThe <b>second</b> one.",
      characters: 4_000,
      isFromPage: false,
      pageProblem: "the server answered 404",
      removed: [{ text: "Share this:", rule: "share-label" }],
    },
  ],
};

const line = (id: number, order: Order, over: Partial<JournalEntry> = {}): JournalEntry => ({
  ...{ id, order, asker: "admin", askedAt: NOON, settledAt: NOON, state: "done", reason: null },
  ...over,
});

const MERGE = { kind: "merge", articles: ["a1", "b2"] } as const;

/** The latest first. */
export const JOURNAL: readonly JournalEntry[] = [
  line(9, { kind: "edit-clusters", action: MERGE, undo: true }),
  line(8, { kind: "edit-clusters", action: MERGE, undo: false }),
  line(7, {
    kind: "edit-configuration",
    edit: { kind: "rename-source", from: "old<er>", to: "newer" },
  }),
  line(6, { kind: "withdraw", articleId: "a1", reason: "It was wrong." }, { asker: "command" }),
  line(
    5,
    { kind: "pause-source", sourceId: "bote", paused: true },
    { state: "refused", reason: 'there is no source "bote"' },
  ),
  line(
    4,
    { kind: "preview-source", sourceId: null, address: FEED },
    { state: "waiting", settledAt: null },
  ),
];
