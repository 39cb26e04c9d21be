import type { StoredEntry } from "../../core/entries/publish-store.ts";
import type { ArticleHandling, LearntLine } from "../../core/orders/editor-port.ts";
import type { JournalEntry } from "../../core/orders/journal.ts";
import type { Order } from "../../core/orders/order.ts";
import type { SourceDay } from "../../core/sources/polling/poll-history.ts";
import type { AdminSource, ListedSource, SourceChoice, SourceList } from "./admin-sources.ts";
import type { SystemReport } from "./admin-system.ts";
import type { StatusReport } from "./page-model.ts";

/** What the admin pages ask of the rest of the service. */
export type AdminSite = {
  /** `null` when none is set: there are no admin pages. */
  readonly token: () => string | null;
  readonly status: () => Promise<AdminStatus>;
  readonly sources: (choice: SourceChoice) => Promise<SourceList>;
  /** `null` when no such source is configured. */
  readonly source: (id: string) => Promise<AdminSource | null>;
  readonly system: () => Promise<SystemReport>;
  /** An order that was placed; `null` when none has that number. */
  readonly journalLine: (id: number) => Promise<JournalEntry | null>;
  /** The feeds that are sources, as OPML. */
  readonly sourceList: () => string;
  /** Ids of the configured sources. */
  readonly sourceIds: () => readonly string[];
  /** `null` when there is no such article. */
  readonly article: (id: string) => Promise<AdminArticle | null>;
  /** Places an order, and does not wait for its answer. @returns its number. */
  readonly place: (order: Order) => Promise<number>;
  /** Waits for the answer of an order, ten seconds at most; `null` when no order has that number. */
  readonly await: (id: number) => Promise<OrderEnd | null>;
  /** Places an order. Resolves when it is answered, or as `waiting` after ten seconds. */
  readonly order: (order: Order) => Promise<OrderEnd>;
  /** What became of an order so far; `null` when no order has that number. */
  readonly look: (id: number) => Promise<OrderEnd | null>;
};

/** What became of an order. */
export type OrderEnd =
  /** `answer`: see OrderAnswers. */
  | { readonly state: "done"; readonly answer: unknown }
  /** `refused`: it cannot be done; `failed`: no process could do it, or store it, now. The reason is a sentence. */
  | { readonly state: "refused" | "failed"; readonly reason: string }
  /** It waits, or is being carried out; `look` tells later what became of it. */
  | { readonly state: "waiting"; readonly id: number };

export type AdminStatus = {
  readonly report: StatusReport;
  /** The first of the sources, those that are ill before the others. */
  readonly listed: readonly ListedSource[];
  /** The last days of all sources, added. */
  readonly days: readonly SourceDay[];
  readonly today: number;
  /** The articles that entered last. */
  readonly newest: readonly NewestArticle[];
  /** Lines that the cleaner removes from articles of every source, the latest learnt first. */
  readonly commonLines: readonly LearntLine[];
};

export type NewestArticle = Pick<StoredEntry["article"], "id" | "title" | "language" | "source"> & {
  readonly enteredAt: number;
  readonly removedCount: number;
};

export type AdminArticle = {
  readonly entry: StoredEntry;
  readonly handling: ArticleHandling;
  /** The common lines among the removed ones, by the line. */
  readonly commonLines: ReadonlyMap<string, LearntLine>;
};
