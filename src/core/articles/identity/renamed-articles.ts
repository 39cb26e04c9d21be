import { foldName } from "./fold-name.ts";
import type { IdentifiedArticle, IdentifiedDraft } from "./identified.ts";
import { isWeak, keysOf, type WeakNames } from "./identity.ts";
import {
  isRenamedArticle,
  type NamedResemblance,
  type RenameEvidence,
} from "./is-renamed-article.ts";
import { foldTitle, type Resemblance } from "./resemblance.ts";
import { ownResemblance, type SharedMarks } from "./shared-marks.ts";

type RenamingOptions = {
  /** The items of a document by key. */
  readonly keyed: ReadonlyMap<string, IdentifiedDraft>;
  /** Articles that are already assigned, by the key of their item. */
  readonly found: ReadonlyMap<string, IdentifiedArticle>;
  /** The source's articles that are loaded. */
  readonly articles: readonly IdentifiedArticle[];
  readonly shared: SharedMarks;
  readonly weak: WeakNames;
  /** Of the recognised items: whether one still has the date of its article, and whether one has another date. */
  readonly dates: { readonly areKept: boolean; readonly areMoved: boolean };
};

type RenamedPair = {
  readonly key: string;
  readonly article: IdentifiedArticle;
  readonly evidence: RenameEvidence;
  readonly likeness: Resemblance;
};

/** An item is compared with at most so many articles, the newest first. */
const MAX_COMPARED = 40;

/**
 * Finds articles for the items whose key no article has; the result is by the key of the item. Each article goes to one
 * item at most, the best proven pair first. If the items found show that the publisher redates the whole document, the
 * rest is searched once more without regard to dates.
 */
export function renamedArticles(options: RenamingOptions): ReadonlyMap<string, IdentifiedArticle> {
  const { keyed, found } = options;
  if ([...keyed.keys()].every((key) => found.has(key))) return new Map();
  const renamed = renamedBeside(found, options);
  const known = new Map([...found, ...renamed]);
  if (known.size === keyed.size || !isDatedAnew(known, options)) return renamed;
  return new Map([...renamed, ...renamedBeside(known, { ...options, isDatedAnew: true })]);
}

function renamedBeside(
  found: RenamingOptions["found"],
  options: RenamingOptions & { readonly isDatedAnew?: boolean },
): ReadonlyMap<string, IdentifiedArticle> {
  const { keyed, articles, shared, weak, isDatedAnew = false } = options;
  const taken = new Set([...found.values()].map(({ article }) => article.id));
  const free = articles.filter(({ article }) => !taken.has(article.id));
  const newest = free.toSorted((a, b) => b.article.enteredAt - a.article.enteredAt);
  const among = {
    index: indexOf(newest),
    newest: newest.slice(0, MAX_COMPARED),
    shared,
    weak,
    isDatedAnew,
  };
  const open = [...keyed].filter(([key]) => !found.has(key));
  const pairs = open.flatMap(([key, item]) => pairsOf(key, item, among));
  const byKey = new Map<string, IdentifiedArticle>();
  for (const { key, article } of pairs.toSorted(comparePairs)) {
    if (byKey.has(key) || taken.has(article.article.id)) continue;
    byKey.set(key, article);
    taken.add(article.article.id);
  }
  return byKey;
}

type Index = ReadonlyMap<string, readonly IdentifiedArticle[]>;

/** Articles by every mark that an item may have in common with them. */
function indexOf(articles: readonly IdentifiedArticle[]): Index {
  const index = new Map<string, IdentifiedArticle[]>();
  for (const each of articles) {
    for (const mark of marksOf(each, [each.article.key], each.article.guid)) {
      index.set(mark, [...(index.get(mark) ?? []), each]);
    }
  }
  return index;
}

function marksOf(
  {
    address,
    textHash,
    title,
    words,
  }: Pick<IdentifiedDraft, "address" | "textHash" | "title" | "words">,
  keys: readonly string[],
  guid: string | null,
): readonly string[] {
  return [
    ...keys.map((key) => `key ${key}`),
    ...(guid === null ? [] : [`guid ${foldName(guid)}`]),
    ...(address === null ? [] : [`address ${foldName(address)}`]),
    ...(words === 0 ? [] : [`text ${textHash}`]),
    ...(title === null ? [] : [`title ${foldTitle(title)}`]),
  ];
}

type Among = Pick<RenamingOptions, "shared" | "weak"> & {
  readonly isDatedAnew: boolean;
  readonly index: Index;
  readonly newest: readonly IdentifiedArticle[];
};

function pairsOf(key: string, item: IdentifiedDraft, among: Among): readonly RenamedPair[] {
  const { shared, weak, isDatedAnew } = among;
  return [...candidatesOf(item, among)].slice(0, MAX_COMPARED).flatMap((article) => {
    const evidence = evidenceFor(item, article, weak);
    const likeness = ownResemblance(item, article, { shared, weak });
    const named = {
      ...likeness,
      dates: datesOf(likeness, { article, isDatedAnew }),
      guids: compareGuids(item.guid, article.article.guid),
    };
    return isRenamedArticle(named, evidence) ? [{ key, article, evidence, likeness: named }] : [];
  });
}

/** An item without a strong address may share only words with its article, so the newest articles are candidates too. */
function candidatesOf(
  item: IdentifiedDraft,
  { index, newest, weak }: Among,
): ReadonlySet<IdentifiedArticle> {
  const marks = marksOf(item, keysOf(item.identity), item.guid);
  const marked = marks.flatMap((mark) => index.get(mark) ?? []);
  const hasAddress = item.address !== null && !isWeak(weak.addresses, item.address);
  return new Set(hasAddress ? marked : [...marked, ...newest]);
}

/** A different date says nothing where the publisher redates articles. */
const datesOf = (
  { dates }: Resemblance,
  { article, isDatedAnew }: { readonly article: IdentifiedArticle; readonly isDatedAnew: boolean },
): Resemblance["dates"] =>
  dates !== "same" && (isDatedAnew || wasDatedAnew(article)) ? "unknown" : dates;

/** Also true for an article that came with a date in the future: its date of receipt was stored instead. */
const wasDatedAnew = ({
  article: { publishedAt, firstPublishedAt, receivedAt },
}: IdentifiedArticle): boolean => publishedAt !== firstPublishedAt || publishedAt === receivedAt;

/**
 * Whether the publisher redates all items with each document: every known and dated item has another date than its
 * article, and at least one of them was redated before or was not edited.
 */
function isDatedAnew(
  known: RenamingOptions["found"],
  { keyed, dates }: Pick<RenamingOptions, "keyed" | "dates">,
): boolean {
  if (dates.areKept) return false;
  const dated = [...keyed].flatMap(([key, item]) => {
    const article = known.get(key);
    if (article === undefined || item.saidAt === null || article.saidAt === null) return [];
    return [{ item, article }];
  });
  return (
    dated.every(({ item, article }) => item.saidAt !== article.saidAt) &&
    (dates.areMoved ||
      dated.some(
        ({ item, article }) => wasDatedAnew(article) || item.receivedHash === article.receivedHash,
      ))
  );
}

function evidenceFor(
  { identity, guid, address }: IdentifiedDraft,
  { article, address: known }: IdentifiedArticle,
  weak: WeakNames,
): RenameEvidence {
  const isOneGuid = areOne(guid, article.guid);
  const isOneAddress = areOne(address, known);
  const isStrongGuid = isOneGuid && !isWeak(weak.guids, guid ?? "");
  const isStrongAddress = isOneAddress && !isWeak(weak.addresses, address ?? "");
  if (isStrongGuid || isStrongAddress) return "name";
  const isNamed = isOneGuid || isOneAddress || keysOf(identity).includes(article.key);
  return isNamed ? "weak-name" : "none";
}

function compareGuids(a: string | null, b: string | null): NamedResemblance["guids"] {
  if (a === null || b === null) return "unknown";
  return areOne(a, b) ? "same" : "other";
}

const areOne = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && foldName(a) === foldName(b);

const STRENGTH: readonly RenameEvidence[] = ["name", "weak-name", "none"];

/** The better proven first, then the article that entered last. */
function comparePairs(a: RenamedPair, b: RenamedPair): number {
  const [one, other] = [a.article.article, b.article.article];
  return (
    STRENGTH.indexOf(a.evidence) - STRENGTH.indexOf(b.evidence) ||
    rankOf(b.likeness) - rankOf(a.likeness) ||
    other.enteredAt - one.enteredAt ||
    (one.id < other.id ? -1 : 1)
  );
}

const rankOf = ({ hasSameText, titles, dates }: Resemblance): number =>
  2 * Number(hasSameText) + Number(titles === "same") + Number(dates === "same");
