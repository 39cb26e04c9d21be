import { isDateName } from "./date-elements.ts";

/** An item as it is written, in two parts. */
type DatesApart = {
  /** The item without the text of its dates. */
  readonly undated: string;
  /** The item with nothing but its dates. */
  readonly dates: string;
};

/**
 * Tells the dates of an item from the rest of it, by its tags alone. Two items that are the same without the text of their
 * dates are read as the same item, but for the dates.
 *
 * `null` for an item without dates, and where tags are not nested as XML demands, or a comment or an instruction stands among
 * them: what belongs to a date is known only when the markup is mended then.
 */
export function datesApart(item: string): DatesApart | null {
  const places = childrenOf(item)?.filter(({ start }) => isDateName(start.name)) ?? [];
  if (places.length === 0 || places.some(({ hasChildren }) => hasChildren)) return null;
  let [undated, dates] = ["", item.slice(0, item.indexOf(">") + 1)];
  let from = 0;
  for (const { start, end } of places) {
    undated += item.slice(from, start.to);
    dates += item.slice(start.from, end.to);
    from = end.from;
  }
  undated += item.slice(from);
  dates += item.slice(item.lastIndexOf("<"));
  return { undated, dates };
}

type Child = {
  readonly start: WrittenTag;
  readonly end: WrittenTag;
  readonly hasChildren: boolean;
};

/** The elements right in the item that have an end tag, in order; `null` where tags are not nested well. */
function childrenOf(item: string): readonly Child[] | null {
  const tags = tagsOf(item);
  if (tags === null) return null;
  const children: Child[] = [];
  const open: WrittenTag[] = [];
  for (const [at, tag] of tags.entries()) {
    if (tag.kind === "start") open.push(tag);
    if (tag.kind !== "end") continue;
    const start = open.pop();
    if (start?.name !== tag.name) return null;
    if (open.length === 1) children.push({ start, end: tag, hasChildren: tags[at - 1] !== start });
  }
  return open.length === 0 ? children : null;
}

type WrittenTag = {
  readonly kind: "start" | "end" | "alone";
  readonly name: string;
  readonly from: number;
  readonly to: number;
};

/** The tags that stand in no CDATA section; `null` where anything else begins with `<`. */
function tagsOf(item: string): readonly WrittenTag[] | null {
  const tags: WrittenTag[] = [];
  for (let from = tagFrom(item, 0); from >= 0; from = tagFrom(item, TAG.lastIndex)) {
    TAG.lastIndex = from;
    const [, slash, name, isAlone] = TAG.exec(item) ?? [];
    if (name === undefined) return null;
    const kind = slash ? "end" : isAlone ? "alone" : "start";
    tags.push({ kind, name, from, to: TAG.lastIndex });
  }
  return tags;
}

/** Every value of an attribute stands in quotes and holds no part of a tag. */
const TAG = /<(\/?)([\w:.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*(\/?)>/y;

/** Where the next `<` stands that begins no CDATA section with an end; -1 for nowhere. */
function tagFrom(item: string, place: number): number {
  let from = item.indexOf("<", place);
  while (from >= 0 && item.startsWith("<![CDATA[", from)) {
    const end = item.indexOf("]]>", from);
    if (end < 0) return from;
    from = item.indexOf("<", end);
  }
  return from;
}
