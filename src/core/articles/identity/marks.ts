import { fnv1a } from "../../similarity/hash.ts";
import { foldName } from "./fold-name.ts";
import { isWeak, type Named, type WeakNames } from "./identity.ts";
import type { Likeness } from "./likeness.ts";
import { foldTitle } from "./resemblance.ts";

/** What an item may have in common with another one, as a hash of 32 bits: two marks are equal, or hardly ever by chance. */
export type Mark = number;

export type MarkKind = "guid" | "address" | "content" | "title" | "text" | "picture" | "file";

export type ItemMarks = {
  /** Its names: guid, address and content, as in `Identity`, folded. */
  readonly names: readonly Mark[];
  /** Its title, text, picture and files. */
  readonly traits: readonly Mark[];
};

export const markOf = (kind: MarkKind, value: string): Mark => fnv1a(`${kind} ${value}`);

/** The marks of an item, without names that are known to identify nothing. */
export function marksOf(item: Named & Likeness, weak: WeakNames): ItemMarks {
  return { names: nameMarks(item, weak), traits: traitsOf(item) };
}

function nameMarks({ guid, address, identity }: Named, weak: WeakNames): readonly Mark[] {
  const isGuid = guid !== null && !isWeak(weak.guids, guid);
  const isAddress = address !== null && !isWeak(weak.addresses, address);
  return [
    ...(isGuid ? [markOf("guid", foldName(guid))] : []),
    ...(isAddress ? [markOf("address", foldName(address))] : []),
    markOf("content", identity.content),
  ];
}

export function traitsOf(item: Likeness): readonly Mark[] {
  return [...titleMarks(item), ...textMarks(item), ...pictureMarks(item), ...fileMarks(item)];
}

export const titleMarks = ({ title }: Likeness): readonly Mark[] =>
  title === null ? [] : [markOf("title", foldTitle(title))];

export const textMarks = ({ words, textHash }: Likeness): readonly Mark[] =>
  words === 0 ? [] : [markOf("text", textHash)];

const pictureMarks = ({ attachments: { picture } }: Likeness): readonly Mark[] =>
  picture === null ? [] : [markOf("picture", picture)];

const fileMarks = ({ attachments: { files } }: Likeness): readonly Mark[] =>
  files.map(({ name }) => markOf("file", name));
