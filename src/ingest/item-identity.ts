import { hash } from "node:crypto";
import type { ArticleDraft } from "../core/articles/article-draft.ts";
import { CAPTION_TOKENS } from "../core/articles/identity/caption.ts";
import type { Identity } from "../core/articles/identity/identity.ts";
import type { Item } from "../core/articles/item.ts";
import { attachmentsOf } from "../core/similarity/attachments.ts";
import { givenAddress } from "../core/urls/canonical-url.ts";

/** The longest identity kept as written; a longer one is kept as its hash. */
const MAX_KEY_LENGTH = 512;

type Contents = Pick<ArticleDraft, "title" | "text" | "image" | "enclosures" | "tokenCount">;

/** The names of an item, from the item and its text alone, and its key while nothing else is known. */
export function namesOf(
  item: Pick<Item, "guid" | "link">,
  contents: Contents,
): Pick<ArticleDraft, "key" | "identity" | "guid"> {
  const identity = identityOf(item, contents);
  const key = identity.guid ?? identity.address ?? identity.content;
  return { key, identity, guid: item.guid };
}

function identityOf({ guid, link }: Pick<Item, "guid" | "link">, contents: Contents): Identity {
  const { title, text } = contents;
  const address = givenAddress(link);
  const words = `${title}\n${text}`;
  const content = `sha256:${sha256(`${words}${shownThings(contents)}`)}`;
  const key = guid === null ? null : shortened(guid);
  return {
    guid: key,
    address: key !== null && address !== null ? `${key} ${sha256(address)}` : shortened(address),
    content,
    former: formerKeys(key ?? shortened(address) ?? `sha256:${sha256(words)}`, title),
  };
}

/** Names of the files and the picture that an item is about beside its words; empty for most items. */
function shownThings(contents: Contents): string {
  const { files, picture } = attachmentsOf({ ...contents, enclosures: unnamed(contents) });
  const names = [
    ...files.map(({ name }) => name).toSorted(),
    ...(picture !== null && contents.tokenCount < CAPTION_TOKENS ? [picture] : []),
  ];
  return names.length === 0 ? "" : `\n${JSON.stringify(names)}`;
}

/** Keys are older than `medium`, and must not change because of it. */
const unnamed = ({ enclosures }: Contents): ArticleDraft["enclosures"] =>
  enclosures.map(({ medium: _, ...file }) => file);

/** Keys of former versions, which told items with a common key apart by their titles alone. */
const formerKeys = (key: string, title: string): readonly string[] => [
  key,
  `${key} ${sha256(title)}`,
];

const shortened = <T extends string | null>(key: T): T | string =>
  key === null || key.length <= MAX_KEY_LENGTH ? key : `sha256:${sha256(key)}`;

const sha256 = (text: string): string => hash("sha256", text, "base64url");
