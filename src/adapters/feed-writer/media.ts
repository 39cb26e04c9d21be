import type { Entry } from "../../core/entries/entry.ts";
import { imageType, isPicture, isRecording } from "../../core/media/file-type.ts";
import type { Enclosure, Image } from "../../core/media/media.ts";
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
 * The one file that RSS `<enclosure>` can hold: a recording, else another file, but no picture, which podcast apps
 * would try to play. Media RSS holds the other files.
 */
export const rssEnclosure = (entry: Entry): Enclosure | null =>
  entry.enclosures.find(isRecording) ??
  entry.enclosures.find((file) => !isPicture(file) && !maybePicture(file, entry)) ??
  null;

/** Whether a file may be a picture: of unknown kind beside a picture, it mostly is. */
const maybePicture = ({ type, medium, url }: Enclosure, { image, episode }: Entry): boolean =>
  url === image?.url ||
  (type === null && medium === undefined && image !== null && episode === null);

function pictureContent(image: Image, file: Enclosure | undefined): XmlElement {
  const attributes = {
    url: image.url,
    type: imageType(image, file === undefined ? [] : [file]),
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

function fileContent(file: Enclosure): XmlElement {
  const { url, type, bytes, durationSeconds, title } = file;
  const duration = durationSeconds ?? null;
  const attributes = { url, type, fileSize: bytes, medium: mediumOf(file), duration };
  return xmlElement(
    "media:content",
    attributes,
    title === undefined ? [] : [textElement("media:title", title, PLAIN)],
  );
}

/** The media kinds that Media RSS knows and a media type can tell. */
function mediumOf({ type, medium }: Enclosure): string | null {
  const kind = type?.split("/")[0]?.toLowerCase() ?? "";
  return ["image", "audio", "video"].includes(kind) ? kind : (medium ?? null);
}

const thumbnail = ({ url, width, height }: Image): XmlElement =>
  xmlElement("media:thumbnail", { url, width, height });
