import { createHash } from "node:crypto";
import { htmlWithoutCounts, withoutCounts } from "../../core/articles/counting.ts";
import { type Archived, type Telling, WITHDRAWN_FACE } from "../../core/entries/archive.ts";
import { laterThan, spelled } from "../../core/entries/entry-dates.ts";
import type { ChangeKind } from "../../core/entries/publication.ts";
import type { StoredEntry } from "../../core/entries/publish-store.ts";
import type { StoredArticle, StoredCopy } from "../../core/entries/stored-article.ts";
import { RIGHTS, type Rights } from "../../core/rights/rights.ts";
import { leastOf } from "../feeds/least-of.ts";
import { htmlWithSeenAddresses, jsonWithSeenAddresses } from "./seen-addresses.ts";

/** What a feed says of an entry now. Comparing tellings finds changes, whatever dates say. */
export function tellingOf(entry: StoredEntry, content: Rights): Telling {
  const { article, copies, withdrawal, updatedAt } = entry;
  return {
    face: withdrawal === null ? hashOf([faceOf(article), copies.map(nameOf)]) : WITHDRAWN_FACE,
    wording: wordingOf(entry),
    content: leastOf(article.republish, content),
    updatedAt,
  };
}

/**
 * The entry with the date of its last change in this feed. That is the entry's own date, unless the feed shows another
 * copy than its lead (`prefer`, `where.sources`): when that copy changes, `updated` rises here, too. It never falls.
 */
export function dated(entry: StoredEntry, told: Telling | null, now: number): StoredEntry {
  if (told === null || entry.updatedAt > told.updatedAt) return entry;
  const isSame = told.wording === wordingOf(entry);
  return { ...entry, updatedAt: isSame ? told.updatedAt : laterThan(told.updatedAt, now) };
}

/** Whether an archive has to take an entry anew. */
export function isNews(
  { article, withdrawal, updatedAt }: StoredEntry,
  telling: Telling,
  archived: Archived | undefined,
): boolean {
  const { isPending = false, last = null, told = null } = archived ?? {};
  if (isPending) return told === null || !isEqual(told, telling);
  if (last === null) return true;
  // A withdrawal is news until the archive has its tombstone.
  if (withdrawal !== null) return !last.isTombstone || !last.isWithdrawn;
  if (last.isWithdrawn || last.isTombstone) return true;
  // A place from before tellings were noted.
  if (told === null) return last.updatedAt < updatedAt || last.articleId !== article.id;
  // Less content is no news: an archive page shows less when it is rendered.
  return !saysTheSame(told, telling) || isMore(telling.content, told.content);
}

/** What became of an entry that is news to an archive. */
export function changeOf({ withdrawal }: StoredEntry, archived: Archived | undefined): ChangeKind {
  if (withdrawal !== null) return withdrawal.mergedInto === undefined ? "withdrawn" : "merged";
  const { last = null, told = null } = archived ?? {};
  if (told?.face === WITHDRAWN_FACE) return "restored";
  if (told !== null) return "updated";
  if (last === null) return "published";
  return last.isTombstone || last.isWithdrawn ? "restored" : "updated";
}

const isEqual = (a: Telling, b: Telling): boolean => saysTheSame(a, b) && a.content === b.content;

/** Compares `wording`, too: a text that changed and changed back was dated anew, and would be again with each turn. */
const saysTheSame = (a: Telling, b: Telling): boolean =>
  a.face === b.face && a.wording === b.wording;

const isMore = (a: Rights, b: Rights): boolean => RIGHTS.indexOf(a) > RIGHTS.indexOf(b);

/** The parts of an entry that move its `updated` (core/entries/entry-dates.ts); `updatedAt` stands for the text. */
const wordingOf = ({ article: { title, canonicalUrl, link, updatedAt } }: StoredEntry): string =>
  hashOf([title, spelled(canonicalUrl ?? link), updatedAt]);

/**
 * Everything of an article that any configuration publishes, except its source, which archives name as it is named
 * now. Lines that only count and other spellings of an address are no change, as they are none for `updated`.
 */
const faceOf = (article: StoredArticle) => [
  ...[article.id, article.title, withoutCounts(article.summary)],
  htmlWithSeenAddresses(htmlWithoutCounts(article.contentHtml)),
  ...[article.authors, article.categories, article.language, article.rights, article.image],
  ...[article.enclosures, article.commentsUrl, article.canonicalUrl, article.link],
  ...[article.episode, article.licences, article.origin],
];

const nameOf = ({ articleId, title, canonicalUrl, link }: StoredCopy) => [
  ...[articleId, title, canonicalUrl, link],
];

const hashOf = (value: unknown): string =>
  createHash("sha256").update(jsonWithSeenAddresses(value)).digest("base64url").slice(0, 22);
