import type { PageHead } from "../markup/page-head.ts";
import {
  authorsOf,
  dateOf,
  languageOf,
  type TextMetadata,
  textOf,
  webUrlOf,
} from "./text-metadata.ts";

/** What an HTML file says about itself: JSON-LD and OpenGraph before the plain elements. */
export function pageMetadataOf(head: PageHead): TextMetadata {
  const data = articleData(head.linkedData);
  const meta = (name: string): string | null => head.meta.get(name)?.[0] ?? null;
  const image = webUrlOf(meta("og:image"));
  return {
    title: meta("og:title") ?? head.heading ?? head.title,
    authors: authorsOf(data.get("author") ?? head.meta.get("author")),
    publishedAt: firstDate(
      meta("article:published_time"),
      data.get("datePublished"),
      meta("date"),
      meta("dc.date"),
      head.times[0],
    ),
    updatedAt: firstDate(meta("article:modified_time"), data.get("dateModified")),
    url: webUrlOf(head.canonical) ?? webUrlOf(meta("og:url")),
    image: image
      ? { url: image, width: null, height: null, alt: meta("og:image:alt"), credit: null }
      : null,
    categories: [...new Set(head.meta.get("article:tag") ?? [])],
    language: languageOf(head.language),
    description: meta("og:description") ?? meta("description"),
    rights: textOf(meta("copyright")),
  };
}

const firstDate = (...values: unknown[]): number | null =>
  values.map(dateOf).find((date) => date !== null) ?? null;

/** The first object that has a date or a headline, two levels down at most (arrays, `@graph`). */
function articleData(blocks: readonly unknown[]): ReadonlyMap<string, unknown> {
  const candidates = blocks.flatMap(flatten).flatMap((entry) => {
    const graph = entry.get("@graph");
    return [entry, ...(Array.isArray(graph) ? graph.flatMap(flatten) : [])];
  });
  return (
    candidates.find((entry) => entry.has("datePublished") || entry.has("headline")) ?? new Map()
  );
}

function flatten(value: unknown): ReadonlyMap<string, unknown>[] {
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((entry) => flatten(entry));
  return typeof value === "object" && value !== null ? [new Map(Object.entries(value))] : [];
}
