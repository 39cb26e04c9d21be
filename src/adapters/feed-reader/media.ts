import { type Enclosure, type Image, MEDIUMS, type Medium } from "../../core/media/media.ts";
import { present } from "../../core/present.ts";
import { readDuration } from "./episode.ts";
import type { Field, Fields } from "./fields.ts";
import { linksWithRel } from "./links.ts";
import { plainText } from "./plain-text.ts";

/** More files than this belong to no article. */
const MAX_ENCLOSURES = 100;

/** Files that belong to an item: RSS enclosures, Atom's enclosure links, Media RSS, each address once. */
export function enclosuresOf(fields: Fields): readonly Enclosure[] {
  const known = new Map<string, Enclosure>();
  const found = [
    ...fields.all("rss:enclosure").map((field) => enclosure(field, "url", "length")),
    ...linksWithRel(fields, "enclosure").map((field) => enclosure(field, "href", "length")),
    ...fields.all("enc:enclosure").map(modEnclosure),
    ...mediaContents(fields).map(({ field }) => enclosure(field, "url", "filesize")),
  ];
  for (const each of found) {
    if (each.url !== "" && !known.has(each.url) && known.size < MAX_ENCLOSURES)
      known.set(each.url, each);
  }
  return [...known.values()];
}

const enclosure = (field: Field, url: string, length: string): Enclosure => ({
  url: field.attribute(url) ?? "",
  type: field.attribute("type"),
  bytes: positive(field.attribute(length)),
  ...present<Pick<Enclosure, "medium" | "title" | "durationSeconds">>({
    medium: mediumOf(field),
    title: plainText(field.childText("media:title") ?? field.attribute("title") ?? ""),
    durationSeconds: readDuration(field.attribute("duration")),
  }),
});

function mediumOf(field: Field): Medium | undefined {
  const said = field.attribute("medium")?.trim().toLowerCase();
  return MEDIUMS.find((medium) => medium === said);
}

/** mod_enclosure of RSS 1.0. */
const modEnclosure = (field: Field): Enclosure => ({
  url: field.attribute("rdf:resource") ?? field.attribute("url") ?? "",
  type: field.attribute("enc:type") ?? field.attribute("type"),
  bytes: positive(field.attribute("enc:length") ?? field.attribute("length")),
});

const positive = (text: string | null): number | null =>
  text !== null && /^\d{1,15}$/.test(text) && Number(text) > 0 ? Number(text) : null;

/** A media:content, and the element around it, which may hold its title and credit instead. */
type MediaContent = { readonly field: Field; readonly group: Pick<Fields, "all"> };

function mediaContents(fields: Fields): readonly MediaContent[] {
  const grouped = fields
    .all("media:group")
    .flatMap((group) => group.all("media:content").map((field) => ({ field, group })));
  return [...fields.all("media:content").map((field) => ({ field, group: fields })), ...grouped];
}

/** The picture of an item: Media RSS, else a picture among the enclosures, thumbnails, iTunes, RSS image. */
export function imageOf(fields: Fields): Image | null {
  const pictures = mediaContents(fields).filter(({ field }) => isPicture(field));
  const largest = pictures.toSorted((a, b) => area(b.field) - area(a.field))[0];
  if (largest) return mediaImage(largest);
  const enclosed = enclosuresOf(fields).find(({ type }) => type?.startsWith("image/"));
  return plainImage(enclosed?.url ?? null) ?? thumbnail(fields) ?? plainImage(ownImage(fields));
}

function isPicture(field: Field): boolean {
  if (!isHttp(field.attribute("url"))) return false;
  const medium = field.attribute("medium") ?? field.attribute("type")?.split("/")[0];
  if (medium !== undefined) return medium.toLowerCase() === "image";
  return /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(field.attribute("url") ?? "");
}

const isHttp = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);

const area = (field: Field): number =>
  (positive(field.attribute("width")) ?? 0) * (positive(field.attribute("height")) ?? 0);

function mediaImage({ field, group }: MediaContent): Image {
  return {
    url: field.attribute("url") ?? "",
    width: positive(field.attribute("width")),
    height: positive(field.attribute("height")),
    alt: describe(field) ?? describe(group),
    credit: creditOf(field) ?? creditOf(group),
  };
}

const describe = (holder: Pick<Fields, "all">): string | null =>
  textOf(holder, "media:description") ?? textOf(holder, "media:title");

const textOf = (holder: Pick<Fields, "all">, key: string): string | null =>
  plainText(holder.all(key).find(({ text }) => text !== null)?.text ?? "");

const creditOf = (holder: Pick<Fields, "all">): string | null => textOf(holder, "media:credit");

function thumbnail(fields: Fields): Image | null {
  const holders = [fields, ...fields.all("media:group"), ...fields.all("media:content")];
  const found = holders
    .flatMap((holder) => holder.all("media:thumbnail"))
    .filter((field) => isHttp(field.attribute("url")))
    .toSorted((a, b) => area(b) - area(a))[0];
  return found ? mediaImage({ field: found, group: fields }) : null;
}

function ownImage(fields: Fields): string | null {
  const itunes = fields.all("itunes:image")[0];
  const image = fields.all("rss:image")[0];
  return (
    itunes?.attribute("href") ??
    itunes?.attribute("url") ??
    image?.childText("rss:url") ??
    image?.attribute("href") ??
    image?.attribute("url") ??
    image?.text ??
    null
  );
}

const plainImage = (url: string | null): Image | null =>
  isHttp(url) ? { url, width: null, height: null, alt: null, credit: null } : null;
