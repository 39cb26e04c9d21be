import type { Item } from "feed";
import type { Stub } from "../../core/entries/tombstone.ts";
import { writableLine } from "../../core/text/clean.ts";
import { cleanUrl } from "../../core/urls/clean-url.ts";
import { cleanInstant, rfc3339 } from "./instants.ts";
import { extensions, marked } from "./rss-guard.ts";
import { textElement } from "./xml-element.ts";

/** A stub whose strings can be written; none where the id is empty. */
export function cleanStub({ id, title, link, at }: Stub, siteUrl: string): readonly Stub[] {
  const clean = {
    id: writableLine(id),
    title: writableLine(title),
    link: cleanUrl(link) ?? siteUrl,
  };
  return clean.id === "" ? [] : [{ ...clean, at: cleanInstant(at) }];
}

/** A clean stub as `feed` takes it. Its empty description takes the place of the text that importers have. */
export const rssStub = ({ id, title, link, at }: Stub): Item => ({
  title: "", // by extension, as in rss-item.ts
  link,
  date: new Date(at),
  ...(id === link ? {} : { guid: marked(id) }),
  extensions: extensions([
    textElement("title", title),
    textElement("description", ""),
    textElement("dcterms:modified", rfc3339(at)),
    textElement("atom:updated", rfc3339(at)),
  ]),
});
