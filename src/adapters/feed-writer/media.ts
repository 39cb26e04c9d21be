import type { Entry } from "../../core/entry.ts";
import type { Enclosure, Image } from "../../core/model.ts";
import { pictureType } from "../../core/picture-type.ts";
import { textElement, type XmlElement, xmlElement } from "./xml-element.ts";

/** Media RSS: the picture with its size, credit and description, a thumbnail, and the given files. */
export function mediaElements(entry: Entry, files: readonly Enclosure[]): readonly XmlElement[] {
  const { image, enclosures } = entry;
  const others = files.filter((file) => file.url !== image?.url).map(fileContent);
  if (image === null) return others;
  const file = enclosures.find((candidate) => candidate.url === image.url);
  return [pictureContent(image, file), ...others, thumbnail(image)];
}

/** The one file that RSS `<enclosure>` can hold: the first whose type and true size are known. */
export const rssEnclosure = (entry: Entry): Enclosure | null =>
  entry.enclosures.find((file) => file.type !== null && file.bytes !== null) ?? null;

function pictureContent(image: Image, file: Enclosure | undefined): XmlElement {
  const attributes = {
    url: image.url,
    type: file?.type ?? pictureType(image.url),
    fileSize: file?.bytes ?? null,
    medium: "image",
    width: image.width,
    height: image.height,
  };
  return xmlElement("media:content", attributes, [
    ...(image.credit === null ? [] : [textElement("media:credit", image.credit)]),
    ...(image.alt === null ? [] : [textElement("media:description", image.alt, PLAIN)]),
  ]);
}

const PLAIN = { type: "plain" };

const fileContent = ({ url, type, bytes }: Enclosure): XmlElement =>
  xmlElement("media:content", { url, type, fileSize: bytes, medium: medium(type) });

/** The media kinds that Media RSS knows and a media type can tell. */
function medium(type: string | null): string | null {
  const kind = type?.split("/")[0]?.toLowerCase() ?? "";
  return ["image", "audio", "video"].includes(kind) ? kind : null;
}

const thumbnail = ({ url, width, height }: Image): XmlElement =>
  xmlElement("media:thumbnail", { url, width, height });
