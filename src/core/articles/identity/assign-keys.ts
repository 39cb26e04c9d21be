import type { ArticleDraft } from "../article-draft.ts";
import { type DocumentEntry, isNewer, isRedated } from "../listing.ts";
import type { KnownArticle, StoredContext } from "../stored-context.ts";
import { foldName } from "./fold-name.ts";
import {
  type IdentifiedArticle,
  type IdentifiedDraft,
  identifiedArticle,
  identifiedDraft,
} from "./identified.ts";
import { basisOf, type KeyBasis, keyOf, type Named, type WeakNames } from "./identity.ts";
import { isStillArticle } from "./is-still-article.ts";
import { learnWeakNames } from "./learn-weak-names.ts";
import type { Mark } from "./marks.ts";
import { renamedArticles } from "./renamed-articles.ts";
import { ownResemblance, type SharedMarks, sharedMarks } from "./shared-marks.ts";

/*
 * Which stored article of its source an item is, and under which key. Pure and repeatable.
 *
 * - The key of an item is its guid, else its address, else its content (identity.ts), skipping weak names: those that
 *   the source is known to give to unrelated items. The rest of the document does not count.
 * - A name is weak when two items of a document carry it that are plainly not one article (learn-weak-names.ts), or when
 *   an item has the key of a stored article but neither its title nor its text (is-still-article.ts). The stored article
 *   then stays as it is.
 * - Titles, texts, pictures and recordings that unrelated items of a document share identify nothing (shared-marks.ts).
 * - An item whose key no article has may be one of the source's articles whose keys are not in the document
 *   (renamed-articles.ts): publishers change guids, schemes and slugs. That article keeps its id and gets the key.
 * - Of several items with one key (a ticker's versions) the newest by date counts; of equal dates, the first.
 * - Items that are as in the last document (recognise.ts) are not among the drafts. Their articles are taken, and their
 *   dates tell whether the publisher redates his documents.
 */

export type AssignedItem = {
  /** With the key that its article has from now on. */
  readonly draft: ArticleDraft;
  /** `undefined` for a new article. */
  readonly stored: KnownArticle | undefined;
};

export type AssignedKeys = {
  /** One for each key, in the order of the drafts. */
  readonly items: readonly AssignedItem[];
  /** The key of each draft. */
  readonly keys: readonly string[];
  readonly weak: WeakNames;
  /** What items of the document share that are plainly not one article. */
  readonly shared: SharedMarks;
};

export type DocumentToAssign = {
  readonly sourceId: string;
  readonly drafts: readonly ArticleDraft[];
  /** Items that were recognised. */
  readonly recognised: readonly DocumentEntry[];
  /** Shared traits that are known of these. */
  readonly shared: readonly Mark[];
};

export function assignKeys(
  { sourceId, drafts, recognised, shared: knownShared }: DocumentToAssign,
  known: StoredContext,
): AssignedKeys {
  const items = drafts.map(identifiedDraft);
  const others = othersOf(recognised);
  const articles = [...known.articles.values()]
    .filter(({ id, sourceId: of }) => of === sourceId && !others.taken.has(id))
    .map((article) => identifiedArticle(article, known));
  const byKey = new Map(articles.map((each) => [each.article.key, each]));
  const distinct = distinctOf(items);
  const learned = learnWeakNames(distinct, known.weakNames);
  const shared = new Set([...knownShared, ...sharedMarks(distinct, learned)]);
  const weak = weakNames(items, { byKey, shared, learned });
  const keyed = newestByKey(items, weak);
  const found = new Map(
    [...keyed.keys()].flatMap((key) => {
      const article = byKey.get(key);
      return article === undefined ? [] : [[key, article] as const];
    }),
  );
  const renamed = renamedArticles({ keyed, found, articles, shared, weak, dates: others.dates });
  const assigned = [...keyed].map(([key, { draft }]) => ({
    draft: { ...draft, key },
    stored: (found.get(key) ?? renamed.get(key))?.article,
  }));
  return { items: assigned, keys: items.map((item) => keyOf(item, weak)), weak, shared };
}

/** An item that is listed twice in the same words is one, and says nothing of names. */
const distinctOf = (items: readonly IdentifiedDraft[]): readonly IdentifiedDraft[] => [
  ...new Map(items.map((item) => [item.draft.itemHash, item])).values(),
];

/** What recognised items say about the others. */
function othersOf(recognised: readonly DocumentEntry[]) {
  const items = recognised.flatMap(({ stamp, found }) =>
    "listed" in found ? { stamp, listed: found.listed } : [],
  );
  const isKept = ({ stamp, listed }: (typeof items)[number]): boolean =>
    stamp.publishedAt !== null &&
    !isRedated(listed, stamp) &&
    stamp.publishedAt <= listed.receivedAt;
  return {
    taken: new Set(items.map(({ listed }) => listed.articleId)),
    dates: {
      areKept: items.some(isKept),
      areMoved: items.some(({ stamp, listed }) => isRedated(listed, stamp)),
    },
  };
}

type Keyed = {
  readonly byKey: ReadonlyMap<string, IdentifiedArticle>;
  readonly shared: SharedMarks;
  readonly learned: WeakNames;
};

/** Adds the names under which another story would take over a stored article. */
function weakNames(
  items: readonly IdentifiedDraft[],
  { byKey, shared, learned }: Keyed,
): WeakNames {
  let weak = learned;
  for (const item of items) {
    for (let basis = basisOf(item, weak); basis !== "content"; basis = basisOf(item, weak)) {
      const stored = byKey.get(keyOf(item, weak));
      if (stored === undefined) break;
      if (isStillArticle(ownResemblance(item, stored, { shared, weak }))) break;
      weak = withWeakName(weak, item, basis);
    }
  }
  return weak;
}

function withWeakName(weak: WeakNames, { guid, address }: Named, basis: KeyBasis): WeakNames {
  return basis === "guid"
    ? { ...weak, guids: [...weak.guids, foldName(guid ?? "")] }
    : { ...weak, addresses: [...weak.addresses, foldName(address ?? "")] };
}

function newestByKey(
  items: readonly IdentifiedDraft[],
  weak: WeakNames,
): ReadonlyMap<string, IdentifiedDraft> {
  const byKey = new Map<string, IdentifiedDraft>();
  for (const item of items) {
    const key = keyOf(item, weak);
    const before = byKey.get(key);
    if (before === undefined || isNewer(item.draft, before.draft)) byKey.set(key, item);
  }
  return byKey;
}
