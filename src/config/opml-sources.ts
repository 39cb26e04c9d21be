import { createHash } from "node:crypto";

/** One subscription of an OPML list. */
export type OpmlOutline = { readonly url: string; readonly title: string | null };

/** What a list gave, and what it did not. */
export type OpmlList = {
  readonly outlines: readonly OpmlOutline[];
  /** Outlines beyond the most that are read. */
  readonly beyond: number;
  /** Outlines whose address is none that can be polled: how many, and the first few addresses. */
  readonly unusable: { readonly count: number; readonly examples: readonly string[] };
};

const MAX_READABLE = 50;

/**
 * The id of a source from its address: readable host and path, and six digits of the address's hash,
 * so that it depends on nothing but the address and two addresses never share one.
 */
export function outlineId(url: string): string {
  const { hostname, pathname, search } = new URL(url);
  const readable = `${hostname}${pathname}${search}`
    .toLowerCase()
    .replace(/^www\./, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_READABLE)
    .replace(/^-|-$/g, "");
  return `${readable}-${createHash("sha256").update(url).digest("hex").slice(0, 6)}`;
}
