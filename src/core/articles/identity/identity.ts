import { foldName } from "./fold-name.ts";

/**
 * The names of an item within its source, as keys. They depend on the item alone, not on its document or on what is known
 * of its source.
 */
export type Identity = {
  /** The publisher's guid; `null` for none. */
  readonly guid: string | null;
  /** Key by its address, together with the guid if it has one; `null` without an address other than a home page. */
  readonly address: string | null;
  /** Key by what it says and shows. */
  readonly content: string;
  /** Keys that earlier versions of Offprint gave to such an item: stored articles may still have them. */
  readonly former: readonly string[];
};

/**
 * Names that a source gave to items which are plainly not one article, folded (fold-name.ts). Kept for ever: a document
 * with a single item does not show that its guid is shared.
 */
export type WeakNames = {
  readonly guids: readonly string[];
  readonly addresses: readonly string[];
};

export const NO_WEAK_NAMES: WeakNames = { guids: [], addresses: [] };

/** One weak name is an editor's slip. Two are a habit of the source: then all its names of that kind are weak. */
export const HABIT = 2;

export const isWeak = (weak: readonly string[], name: string): boolean =>
  weak.length >= HABIT || (weak.length > 0 && weak.includes(foldName(name)));

export type Named = {
  readonly identity: Identity;
  readonly guid: string | null;
  /** The canonical URL; `null` for none and for a home page. */
  readonly address: string | null;
};

/** What a key is made of. */
export type KeyBasis = "guid" | "address" | "content";

/** The strongest name that is not weak: guid, else address, else content. */
export function basisOf({ identity, guid, address }: Named, weak: WeakNames): KeyBasis {
  if (identity.guid !== null && !isWeak(weak.guids, guid ?? "")) return "guid";
  if (identity.address !== null && !isWeak(weak.addresses, address ?? "")) return "address";
  return "content";
}

export const keyOf = (named: Named, weak: WeakNames): string =>
  named.identity[basisOf(named, weak)] ?? named.identity.content;

/** Every key that an item may be stored under. */
export const keysOf = ({ guid, address, content, former }: Identity): readonly string[] => [
  ...new Set([guid, address, content, ...former].filter((key) => key !== null)),
];
