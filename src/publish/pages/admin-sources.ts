import type { SourceDefinition } from "../../core/settings/definitions.ts";
import type { PastPoll, SourceDay } from "../../core/sources/polling/poll-history.ts";
import type { Health } from "../../core/sources/polling/source-health.ts";
import type { SourceStatus } from "./page-model.ts";

/** Days that pages of the desk show, today included. */
export const SHOWN_DAYS = 30;

/** Which sources a list shows. */
export type SourceChoice = {
  /** `null` for all. */
  readonly health: Health | null;
  /** From 1. */
  readonly page: number;
};

/** A source in a list of the desk. */
export type ListedSource = {
  readonly status: SourceStatus;
  /** The last days; those without a poll are missing. */
  readonly days: readonly SourceDay[];
  /** Pages of its articles that are still to be fetched. */
  readonly waitingPages: number;
};

export type SourceList = {
  readonly choice: SourceChoice;
  /** How many sources there are in each state. */
  readonly counts: ReadonlyMap<Health, number>;
  readonly pages: number;
  readonly shown: readonly ListedSource[];
  /** The last of the days that are shown. */
  readonly today: number;
};

/** A source, as its page shows it. */
export type AdminSource = ListedSource & {
  /** Where it is polled; `null` when the address may hold a secret. */
  readonly address: string | null;
  readonly settings: SourceSettings;
  /** Whether it stands in an OPML list, in which it is changed. */
  readonly isListed: boolean;
  /** What an order says of its pause against the configuration; `null` for nothing. */
  readonly pauseOrdered: boolean | null;
  /** The latest first. */
  readonly polls: readonly PastPoll[];
  readonly today: number;
};

/** How a source is configured. */
export type SourceSettings = Pick<
  SourceDefinition,
  "title" | "everyMs" | "rights" | "fullText" | "categories" | "paused"
>;

/** As many as a person looks through. */
const SOURCES_A_PAGE = 100;

/** The part of the list that is chosen; a page that is not there is the last one. */
export function chooseSources(
  sources: readonly SourceStatus[],
  choice: SourceChoice,
): Pick<SourceList, "choice" | "counts" | "pages"> & { readonly chosen: readonly SourceStatus[] } {
  const groups = Map.groupBy(sources, ({ health }) => health);
  const counts = new Map([...groups].map(([health, { length }]) => [health, length]));
  const wanted = choice.health === null ? sources : (groups.get(choice.health) ?? []);
  const pages = Math.max(1, Math.ceil(wanted.length / SOURCES_A_PAGE));
  const page = Math.min(Math.max(1, choice.page), pages);
  const chosen = wanted.slice((page - 1) * SOURCES_A_PAGE, page * SOURCES_A_PAGE);
  return { choice: { ...choice, page }, counts, pages, chosen };
}
