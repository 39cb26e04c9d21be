import type { Dialect } from "./canonical/vocabulary.ts";

/** Elements that say when an item was published; a format's own count before those of others. */
export const PUBLISHED: Record<Dialect, readonly string[]> = {
  rss: ["rss:pubdate", "atom:published", "dcterms:issued", "dc:date", "dcterms:created"],
  atom: ["atom:published", "rss:pubdate", "dcterms:issued", "dc:date", "dcterms:created"],
};

export const UPDATED: readonly string[] = ["atom:updated", "dcterms:modified"];

/** Canonical dates are ISO 8601 already. */
export const instantOf = (text: string | null): number | null =>
  text === null || text === "" ? null : Date.parse(text);
