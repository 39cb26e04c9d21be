import type { StoredEntry } from "../../core/entries/publish-store.ts";
import type { ArticleHandling, LearntLine } from "../../core/orders/editor-port.ts";
import type { Order } from "../../core/orders/order.ts";
import type { StatusReport } from "./page-model.ts";

/** What the pages for the operator and the editor ask of the rest of the service. */
export type AdminSite = {
  /** `null`: there are no such pages. */
  readonly token: () => string | null;
  readonly status: () => Promise<AdminStatus>;
  /** `null` when there is no such article. */
  readonly article: (id: string) => Promise<AdminArticle | null>;
  /** Places an order. Comes back when it is done, after ten seconds in any case. */
  readonly order: (order: Order) => Promise<OrderEnd>;
  /** What became of an order so far; `null` when there is none of that number any more. */
  readonly look: (id: number) => Promise<OrderEnd | null>;
};

/** What became of an order. */
export type OrderEnd =
  | { readonly state: "done" }
  /** `refused`: it cannot be done; `failed`: nobody could do it, or store it, now. The reason is a sentence. */
  | { readonly state: "refused" | "failed"; readonly reason: string }
  /** It waits, or is being carried out; the number tells later what became of it. */
  | { readonly state: "waiting"; readonly id: number };

export type AdminStatus = {
  readonly report: StatusReport;
  /** Pages still to be fetched, by source id. */
  readonly waitingPages: ReadonlyMap<string, number>;
  /** What entered last. */
  readonly newest: readonly NewestArticle[];
  /** Lines that go from articles of every source, those that were learnt last first. */
  readonly commonLines: readonly LearntLine[];
};

export type NewestArticle = Pick<StoredEntry["article"], "id" | "title" | "language" | "source"> & {
  readonly enteredAt: number;
  readonly removedCount: number;
};

export type AdminArticle = {
  readonly entry: StoredEntry;
  readonly handling: ArticleHandling;
  /** Why lines were removed that several houses have, by the line. */
  readonly commonLines: ReadonlyMap<string, LearntLine>;
};
