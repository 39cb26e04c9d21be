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
  /** Articles by the keys of the items that they are. */
  readonly found: ReadonlyMap<string, IdentifiedArticle>;
  /** Of the source. */
  readonly articles: readonly IdentifiedArticle[];
  readonly shared: SharedMarks;
  readonly weak: WeakNames;
};

type RenamedPair = {
  readonly key: string;
  readonly article: IdentifiedArticle;
  readonly evidence: RenameEvidence;
  readonly likeness: Resemblance;
};

/** An item is compared with so many articles, the last ones that entered. */
const MAX_COMPARED = 40;

/**
 * The articles of the items that no article has the key of, by the key of the item: each article is that of one item at
 * most, the best proven first. Items that are found show whether the document is dated anew; if so, the rest is
 * looked for once more, whatever its dates.
 */
export function renamedArticles(options: RenamingOptions): ReadonlyMap<string, IdentifiedArticle> {
  const { keyed, found } = options;
  if ([...keyed.keys()].every((key) => found.has(key))) return new Map();
  const renamed = renamedBeside(found, options);
  const known = new Map([...found, ...renamed]);
  if (known.size === keyed.size || !isDatedAnew(keyed, known)) return renamed;
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

/** By everything that an item may have in common with an article. */
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

/** What has no address of its own may have nothing in common with its article but most of its words. */
function candidatesOf(
  item: IdentifiedDraft,
  { index, newest, weak }: Among,
): ReadonlySet<IdentifiedArticle> {
  const marks = marksOf(item, keysOf(item.identity), item.guid);
  const marked = marks.flatMap((mark) => index.get(mark) ?? []);
  const hasAddress = item.address !== null && !isWeak(weak.addresses, item.address);
  return new Set(hasAddress ? marked : [...marked, ...newest]);
}

/** Of what is dated anew, another date says nothing. */
const datesOf = (
  { dates }: Resemblance,
  { article, isDatedAnew }: { readonly article: IdentifiedArticle; readonly isDatedAnew: boolean },
): Resemblance["dates"] =>
  dates !== "same" && (isDatedAnew || wasDatedAnew(article)) ? "unknown" : dates;

/** So it is with what was dated in the future when it came: the date that is kept is that of its receipt. */
const wasDatedAnew = ({
  article: { publishedAt, firstPublishedAt, receivedAt },
}: IdentifiedArticle): boolean => publishedAt !== firstPublishedAt || publishedAt === receivedAt;

/**
 * Whether every item of a document that is known and dated has another date than its article, and one of them at least
 * was not edited: the publisher dates all of them with each document.
 */
function isDatedAnew(keyed: RenamingOptions["keyed"], known: RenamingOptions["found"]): boolean {
  const dated = [...keyed].flatMap(([key, item]) => {
    const article = known.get(key);
    if (article === undefined || item.saidAt === null || article.saidAt === null) return [];
    return [{ item, article }];
  });
  return (
    dated.every(({ item, article }) => item.saidAt !== article.saidAt) &&
    dated.some(
      ({ item, article }) => wasDatedAnew(article) || item.receivedHash === article.receivedHash,
    )
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
