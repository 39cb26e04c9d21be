import { type Field, type Fields, firstOf } from "./fields.ts";
import { linksWithRel } from "./links.ts";

/** Most licences that are kept of an item. */
const MAX_LICENCES = 10;

/** Declares that no licence is known, whatever the feed says (RFC 4946 §2.1). */
const UNSPECIFIED = "http://purl.org/atompub/license#unspecified";

/**
 * Licences of an item: its own, else those of the house that it names as its source, else those of its feed (RFC 4946
 * §2.4).
 */
export function licencesOfItem(fields: Fields, ofFeed: readonly string[]): readonly string[] {
  const own = licencesOf(fields);
  if (own.length > 0) return known(own);
  const ofHouse = [...fields.all("atom:source"), ...fields.all("rss:source")].flatMap(licencesIn);
  return known(ofHouse.length > 0 ? ofHouse : ofFeed);
}

/** Licences that a feed, or an item by itself, declares. */
export const licencesOf = (fields: Fields): readonly string[] => [
  ...linksWithRel(fields, "license")
    .map((link) => link.attribute("href"))
    .filter(isAddress),
  ...licencesIn(fields),
];

const known = (licences: readonly string[]): readonly string[] =>
  [...new Set(licences)].filter((url) => url !== UNSPECIFIED).slice(0, MAX_LICENCES);

/** creativeCommons:license, ccREL, Dublin Core, Media RSS, the podcast namespace; Atom's links. */
function licencesIn(holder: Pick<Fields, "all">): readonly string[] {
  const media = ["media:group", "media:content"].flatMap((key) => holder.all(key));
  const links = holder.all("atom:link").filter((link) => link.attribute("rel") === "license");
  const fields = [
    ...KEYS.flatMap((key) => holder.all(key)),
    ...media.flatMap((field) => field.all("media:license")),
    ...links,
  ];
  return fields.flatMap((field) => addressIn(field) ?? []);
}

const KEYS = ["cc:license", "dcterms:license", "podcast:license", "media:license"];

const addressIn = (field: Field): string | null =>
  firstOf(
    [field.attribute("rdf:resource"), field.attribute("href"), field.attribute("url"), field.text],
    (each) => (isAddress(each) ? each : null),
  );

const isAddress = (text: string | null): text is string =>
  text !== null && /^https?:\/\/\S+$/i.test(text);
