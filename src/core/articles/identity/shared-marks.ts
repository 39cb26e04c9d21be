import { isWeak, type Named, type WeakNames } from "./identity.ts";
import { areVersions } from "./learn-weak-names.ts";
import type { Likeness } from "./likeness.ts";
import { type Mark, markOf, textMarks, titleMarks, traitsOf } from "./marks.ts";
import { type Resemblance, resemblanceOf, showOtherThings } from "./resemblance.ts";

type MarkedItem = Named & Likeness;

/**
 * Traits (marks.ts) that items of a document share which are plainly not one article: "News", a blurb, the house's logo,
 * the live stream of a station. They identify none of these items.
 */
export type SharedMarks = ReadonlySet<Mark>;

export function sharedMarks(items: readonly MarkedItem[], weak: WeakNames): SharedMarks {
  const carriers = new Map<Mark, MarkedItem[]>();
  for (const item of items) {
    for (const mark of new Set(traitsOf(item))) {
      const carrying = carriers.get(mark);
      if (carrying === undefined) carriers.set(mark, [item]);
      else carrying.push(item);
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

function withoutMarks(each: Likeness, shared: SharedMarks): Likeness {
  if (shared.size === 0) return each;
  const isShared = (mark: Mark): boolean => shared.has(mark);
  const { title, attachments } = each;
  const { files, picture } = attachments;
  return {
    ...each,
    title: titleMarks(each).some(isShared) ? null : title,
    ...(textMarks(each).some(isShared) ? { wording: NO_WORDS, words: 0 } : {}),
    attachments: {
      files: files.filter(({ name }) => !isShared(markOf("file", name))),
      picture: picture !== null && isShared(markOf("picture", picture)) ? null : picture,
    },
  };
}

const NO_WORDS = new Uint32Array();
