import type { Rights } from "../rights/rights.ts";
import { isTyped } from "./file-type.ts";
import type { Enclosure, Image } from "./media.ts";

/*
 * A look is one small request for a file of an article whose type neither its feed nor its name tells: importers refuse
 * pictures of an unknown type, and podcast apps refuse such recordings.
 */

/** Most files of one article that are looked at; an article with more is a gallery. */
const MOST_FILES = 10;
/** Of an address, in characters: a longer one is a picture written into its address, or does not fit into an index. */
const LONGEST_ADDRESS = 2000;

type FilesOfArticle = {
  readonly republish: Rights;
  readonly image: Image | null;
  readonly enclosures: readonly Enclosure[];
};

/** Addresses of the files of an article that are to be looked at, as far as they may be published. */
export function untypedFiles({ republish, image, enclosures }: FilesOfArticle): readonly string[] {
  if (republish === "link") return [];
  const named = enclosures.filter(isTyped).map(({ url }) => url);
  const picture = image === null || isTyped({ ...image, type: null }) ? [] : [image.url];
  const files = republish === "full" ? enclosures.filter((file) => !isTyped(file)) : [];
  const urls = [...picture.filter((url) => !named.includes(url)), ...files.map(({ url }) => url)];
  const isLookable = (url: string): boolean =>
    url.length <= LONGEST_ADDRESS && /^https?:\/\//i.test(url);
  return [...new Set(urls)].filter(isLookable).slice(0, MOST_FILES);
}

/** Least time between two looks for one article: its next files wait so long. */
export const NEXT_FILES_WAIT_MS = 10 * 60_000;

export type LookChanges = {
  /** The same file at another address: what is known of it stays known. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  readonly added: readonly string[];
  /** When the added ones are looked at, at the earliest. */
  readonly notBefore: number;
  readonly dropped: readonly string[];
};

/**
 * What changes when an article that had the `known` files has `files` now. A file whose address changed only in its query
 * is the same, unless the article has several files that differ only there. Pure.
 */
export function decideLooks(
  known: readonly string[],
  files: readonly string[],
  now: number,
): LookChanges {
  const gone = known.filter((url) => !files.includes(url));
  const fresh = files.filter((url) => !known.includes(url));
  const moved = fresh.flatMap((to) => {
    const from = gone.find((url) => pathOf(url) === pathOf(to));
    const isOnly = [known, files].every((urls) => countAt(urls, pathOf(to)) === 1);
    return from !== undefined && isOnly ? [{ from, to }] : [];
  });
  return {
    moved,
    added: fresh.filter((url) => !moved.some(({ to }) => to === url)),
    notBefore: known.length === 0 ? now : now + NEXT_FILES_WAIT_MS,
    dropped: gone.filter((url) => !moved.some(({ from }) => from === url)),
  };
}

const pathOf = (url: string): string => url.split("?", 1)[0] ?? url;

const countAt = (urls: readonly string[], path: string): number =>
  urls.filter((url) => pathOf(url) === path).length;
