import type { Entry } from "../../core/entries/entry.ts";
import type { FeedPage, FrontModel } from "./page-model.ts";

const NEWEST = 20;

/** The front page, from what was last published. */
export function composeFront(pages: readonly FeedPage[], sourceCount: number): FrontModel {
  const entries = new Map<string, Entry>();
  for (const page of pages) for (const entry of page.entries) entries.set(entry.id, entry);
  const changes = pages.flatMap(({ changedAt }) => changedAt ?? []);
  return {
    feeds: pages.map(({ summary }) => summary),
    newest: [...entries.values()].toSorted((a, b) => b.enteredAt - a.enteredAt).slice(0, NEWEST),
    sourceCount,
    changedAt: changes.length === 0 ? null : Math.max(...changes),
  };
}
