import type { ItemSource } from "../../core/articles/item.ts";
import { present } from "../../core/present.ts";
import type { Field, Fields } from "./fields.ts";
import { plainText } from "./plain-text.ts";

/** The house that an item names as its own source, as planets do; `null` for none. */
export function itemSource(fields: Fields): ItemSource | null {
  const [rss] = fields.all("rss:source");
  const source = rss ? rssSource(rss) : atomSource(fields.all("atom:source")[0]);
  return source === null || (source.title === null && source.url === null) ? null : source;
}

/** RSS 2.0 asks for the address of the house's feed. */
function rssSource(field: Field): ItemSource {
  const url = field.attribute("url");
  return {
    title: plainText(field.text ?? ""),
    url,
    ...present<Later>({ ...NOTHING, feedUrl: url }),
  };
}

function atomSource(field: Field | undefined): ItemSource | null {
  if (field === undefined) return null;
  const linkWithRel = (rel: string): string | null =>
    field
      .all("atom:link")
      .find((link) => (link.attribute("rel") ?? "alternate") === rel)
      ?.attribute("href") ?? null;
  return {
    title: plainText(field.childText("atom:title") ?? ""),
    url: linkWithRel("alternate"),
    ...present<Later>({
      feedUrl: linkWithRel("self"),
      id: field.childText("atom:id"),
      rights: plainText(field.childText("atom:rights") ?? ""),
    }),
  };
}

type Later = Pick<ItemSource, "feedUrl" | "id" | "rights">;
const NOTHING = { id: null, rights: null };
