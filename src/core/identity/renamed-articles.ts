import { tokens } from "../similarity/tokens.ts";
import { foldName } from "./fold-name.ts";
import type { IdentifiedArticle, IdentifiedDraft } from "./identified.ts";
import { isWeak, keysOf, type WeakNames } from "./identity.ts";
import { type Evidence, isRenamedArticle, type Resemblance, resemblanceOf } from "./resemblance.ts";

type Options = {
  /** The items of a document by key. */
  readonly keyed: ReadonlyMap<string, IdentifiedDraft>;
  /** Articles by the keys of the items that they are. */
  readonly found: ReadonlyMap<string, IdentifiedArticle>;
  /** Of the source. */
  readonly articles: readonly IdentifiedArticle[];
  readonly weak: WeakNames;
};

type Pair = {
  readonly key: string;
  readonly article: IdentifiedArticle;
  readonly evidence: Evidence;
  readonly likeness: Resemblance;
};

/** An item is compared with so many articles, the last ones that entered. */
const MAX_COMPARED = 40;

/**
 * The articles of the items that no article has the key of, by the key of the item: each article is that of one item at
 * most, the best proven first.
 */
export function renamedArticles(options: Options): ReadonlyMap<string, IdentifiedArticle> {
  const { keyed, found, articles, weak } = options;
  const open = [...keyed].filter(([key]) => !found.has(key));
  if (open.length === 0) return new Map();
  const taken = new Set([...found.values()].map(({ article }) => article.id));
  const free = articles.filter(({ article }) => !taken.has(article.id));
  const index = indexOf(free.toSorted((a, b) => b.article.enteredAt - a.article.enteredAt));
  const pairs = open.flatMap(([key, item]) => pairsOf(key, item, { index, weak }));
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
    wording,
  }: Pick<IdentifiedDraft, "address" | "textHash" | "title" | "wording">,
  keys: readonly string[],
  guid: string | null,
): readonly string[] {
  return [
    ...keys.map((key) => `key ${key}`),
    ...(guid === null ? [] : [`guid ${foldName(guid)}`]),
    ...(address === null ? [] : [`address ${foldName(address)}`]),
    ...(wording.length === 0 ? [] : [`text ${textHash}`]),
    ...(title === null ? [] : [`title ${tokens(title).join(" ")}`]),
  ];
}

function pairsOf(
  key: string,
  item: IdentifiedDraft,
  { index, weak }: { readonly index: Index; readonly weak: WeakNames },
): readonly Pair[] {
  const marks = marksOf(item, keysOf(item.identity), item.guid);
  const candidates = new Set(marks.flatMap((mark) => index.get(mark) ?? []));
  return [...candidates].slice(0, MAX_COMPARED).flatMap((article) => {
    const likeness = resemblanceOf(item, article);
    const evidence = evidenceFor(item, article, weak);
    return isRenamedArticle(likeness, evidence) ? [{ key, article, evidence, likeness }] : [];
  });
}

function evidenceFor(
  { identity, guid, address }: IdentifiedDraft,
  { article, address: known }: IdentifiedArticle,
  weak: WeakNames,
): Evidence {
  const isOneGuid = areOne(guid, article.guid);
  const isOneAddress = areOne(address, known);
  const isStrongGuid = isOneGuid && !isWeak(weak.guids, guid ?? "");
  const isStrongAddress = isOneAddress && !isWeak(weak.addresses, address ?? "");
  if (isStrongGuid || isStrongAddress) return "name";
  const isNamed = isOneGuid || isOneAddress || keysOf(identity).includes(article.key);
  return isNamed ? "weak-name" : "none";
}

const areOne = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && foldName(a) === foldName(b);

const STRENGTH: readonly Evidence[] = ["name", "weak-name", "none"];

/** The better proven first, then the article that entered last. */
function comparePairs(a: Pair, b: Pair): number {
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
