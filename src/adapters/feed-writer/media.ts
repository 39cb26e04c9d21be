import type { Entry } from "../../core/entry.ts";
import { fileType, isPicture, isRecording } from "../../core/file-type.ts";
import type { Enclosure, Image } from "../../core/model.ts";
import { textElement, type XmlElement, xmlElement } from "./xml-element.ts";

/** Media RSS: the picture with its size, credit and description, a thumbnail, and the given files. */
export function mediaElements(entry: Entry, files: readonly Enclosure[]): readonly XmlElement[] {
  const { image, enclosures } = entry;
  const others = files.filter((file) => file.url !== image?.url).map(fileContent);
  if (image === null) return others;
  const file = enclosures.find((candidate) => candidate.url === image.url);
  return [pictureContent(image, file), ...others, thumbnail(image)];
}

/**
 * The one file that RSS `<enclosure>` can hold: a recording, else another file; never a picture, which podcast apps would
 * try to play. The others are in Media RSS.
 */
export const rssEnclosure = ({ enclosures, image }: Entry): Enclosure | null =>
  enclosures.find(isRecording) ??
  enclosures.find((file) => !isPicture(file) && file.url !== image?.url) ??
  null;

function pictureContent(image: Image, file: Enclosure | undefined): XmlElement {
  const attributes = {
    url: image.url,
    type: fileType(file?.type ?? null, image.url),
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

function fileContent({ url, type, bytes, durationSeconds, title }: Enclosure): XmlElement {
  const duration = durationSeconds ?? null;
  const attributes = { url, type, fileSize: bytes, medium: medium(type), duration };
  return xmlElement(
    "media:content",
    attributes,
    title === undefined ? [] : [textElement("media:title", title, PLAIN)],
  );
}

/** The media kinds that Media RSS knows and a media type can tell. */
function medium(type: string | null): string | null {
  const kind = type?.split("/")[0]?.toLowerCase() ?? "";
  return ["image", "audio", "video"].includes(kind) ? kind : null;
}

const thumbnail = ({ url, width, height }: Image): XmlElement =>
  xmlElement("media:thumbnail", { url, width, height });
