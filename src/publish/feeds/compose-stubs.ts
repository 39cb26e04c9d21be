import { articlePath } from "../../core/entries/addresses.ts";
import type { StoredEntry } from "../../core/entries/publish-store.ts";
import type { Stub } from "../../core/entries/tombstone.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";

export type StubOrder = {
  readonly site: SiteDefinition;
  readonly feed: FeedDefinition;
  /** Entries that were withdrawn, or merged into others. */
  readonly gone: readonly StoredEntry[];
  readonly now: number;
};

const DAY_MS = 86_400_000;

/**
 * Items by which RSS tells of withdrawn entries for some days, under their ids and in the language of the feed: no
 * importer of RSS knows tombstones, and most take a changed item anew. A stub holds nothing of the text.
 */
export function composeStubs({ site, feed, gone, now }: StubOrder): readonly Stub[] {
  const { form, days } = feed.withdrawn;
  if (form === "drop") return [];
  const words = wordsFor(feed.language);
  return gone.flatMap(({ entryId: id, article, withdrawal }) => {
    if (withdrawal === null || withdrawal.at < now - days * DAY_MS) return [];
    const title = withdrawal.mergedInto === undefined ? words.withdrawn : words.merged;
    return [{ id, title, link: `${site.url}${articlePath(article.id)}`, at: withdrawal.at }];
  });
}

type StubWords = { readonly withdrawn: string; readonly merged: string };

const ENGLISH: StubWords = { withdrawn: "Withdrawn", merged: "Part of another article now" };
const WORDS = new Map<string, StubWords>([
  ["de", { withdrawn: "Zurückgezogen", merged: "Jetzt Teil eines anderen Artikels" }],
  ["en", ENGLISH],
]);

const wordsFor = (language: string): StubWords =>
  WORDS.get(language.toLowerCase().split("-", 1)[0] ?? "") ?? ENGLISH;
