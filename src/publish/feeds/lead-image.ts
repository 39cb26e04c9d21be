import type { Entry } from "../../core/entries/entry.ts";
import { showsPicture } from "../../core/media/same-picture.ts";
import { escapeHtml } from "./escape-html.ts";

/**
 * Puts the entry's picture at the top of its text, for readers that show nothing but the text. An
 * entry whose text shows the picture, or that has no HTML, stays as it is. Idempotent.
 */
export function withLeadImage(entry: Entry): Entry {
  const { contentHtml, image } = entry;
  if (contentHtml === null || image === null || showsPicture(contentHtml, image.url)) return entry;
  return { ...entry, contentHtml: `${figureOf(image)}\n${contentHtml}` };
}

/** Takes that picture out again: where the entry shows it beside the text. */
export function withoutLeadImage(entry: Entry): Entry {
  const { contentHtml, image } = entry;
  if (contentHtml === null || image === null) return entry;
  const lead = `${figureOf(image)}\n`;
  return contentHtml.startsWith(lead)
    ? { ...entry, contentHtml: contentHtml.slice(lead.length) }
    : entry;
}

function figureOf({ url, width, height, alt, credit }: NonNullable<Entry["image"]>): string {
  const sizes = width === null || height === null ? "" : ` width="${width}" height="${height}"`;
  const caption = credit === null ? "" : `<figcaption>${escapeHtml(credit)}</figcaption>`;
  return `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt ?? "")}"${sizes}>${caption}</figure>`;
}
