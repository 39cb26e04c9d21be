import { isWeak, type Named, type WeakNames } from "./identity.ts";
import { areVersions } from "./learn-weak-names.ts";
import type { Likeness } from "./likeness.ts";
import { foldTitle, type Resemblance, resemblanceOf, showOtherThings } from "./resemblance.ts";

type MarkedItem = Named & Likeness;

/** What items of a document share that are plainly not one article: it identifies none of them. */
export type SharedMarks = {
  /** "News", "Untitled": folded. */
  readonly titles: ReadonlySet<string>;
  /** A blurb, by its hash. */
  readonly texts: ReadonlySet<string>;
  /** The house's logo. */
  readonly pictures: ReadonlySet<string>;
  /** The live stream of a station. */
  readonly files: ReadonlySet<string>;
};

export function sharedMarks(items: readonly MarkedItem[], weak: WeakNames): SharedMarks {
  const sharedBy = (marksOf: (item: MarkedItem) => string | readonly string[]) =>
    marksOfSeveral(items, { marksOf, weak });
  return {
    titles: sharedBy(({ title }) => (title === null ? [] : [foldTitle(title)])),
    texts: sharedBy(({ words, textHash }) => (words === 0 ? [] : [textHash])),
    pictures: sharedBy(({ attachments: { picture } }) => picture ?? []),
    files: sharedBy(({ attachments: { files } }) => files.map(({ name }) => name)),
  };
}

type Marking = {
  readonly marksOf: (item: MarkedItem) => string | readonly string[];
  readonly weak: WeakNames;
};

function marksOfSeveral(
  items: readonly MarkedItem[],
  { marksOf, weak }: Marking,
): ReadonlySet<string> {
  const carriers = new Map<string, MarkedItem[]>();
  for (const item of items) {
    for (const mark of [marksOf(item)].flat()) {
      carriers.set(mark, [...(carriers.get(mark) ?? []), item]);
    }
  }
  const shared = [...carriers].filter(([, [first, ...others]]) =>
    others.some((other) => first !== undefined && areTwo(first, other, weak)),
  );
  return new Set(shared.map(([mark]) => mark));
}

/** Whether two items are plainly not one article. A ticker lists its versions under one name: these are one. */
function areTwo(a: MarkedItem, b: MarkedItem, weak: WeakNames): boolean {
  const likeness = resemblanceOf(a, b);
  if (showOtherThings(likeness)) return true;
  const { titles, pictures, texts } = likeness;
  if (haveOneName(a, b, weak)) return !areVersions(likeness);
  return (
    pictures === "other" ||
    titles === "other" ||
    titles === "numbered" ||
    ["form", "other"].includes(texts())
  );
}

function haveOneName(a: MarkedItem, b: MarkedItem, weak: WeakNames): boolean {
  if (a.guid !== null || b.guid !== null)
    return a.guid === b.guid && !isWeak(weak.guids, a.guid ?? "");
  return a.address !== null && a.address === b.address && !isWeak(weak.addresses, a.address);
}

/** How an item resembles an article, without shared marks. An equal weak address says nothing; different addresses still do. */
export function ownResemblance(
  item: Likeness,
  article: Likeness,
  { shared, weak }: { readonly shared: SharedMarks; readonly weak: WeakNames },
): Resemblance {
  const likeness = resemblanceOf(withoutMarks(item, shared), withoutMarks(article, shared));
  const isWeakAddress = likeness.addresses === "same" && isWeak(weak.addresses, item.address ?? "");
  return isWeakAddress ? { ...likeness, addresses: "unknown" } : likeness;
}

function withoutMarks(each: Likeness, { titles, texts, pictures, files }: SharedMarks): Likeness {
  const { title, attachments, textHash } = each;
  return {
    ...each,
    title: title === null || titles.has(foldTitle(title)) ? null : title,
    ...(texts.has(textHash) ? { wording: NO_WORDS, words: 0 } : {}),
    attachments: {
      files: attachments.files.filter(({ name }) => !files.has(name)),
      picture: pictures.has(attachments.picture ?? "") ? null : attachments.picture,
    },
  };
}

const NO_WORDS = new Uint32Array();
