import type { Attachments } from "../../similarity/attachments.ts";

/** An item or a stored article, as far as it is compared with others of its source. */
export type Likeness = {
  /** `null` when the publisher gave none, even if we derived one. */
  readonly title: string | null;
  /** The words of the item as it was received; empty also where they are not at hand. */
  readonly wording: Uint32Array;
  /** How many words it has, also where `wording` is empty. */
  readonly words: number;
  readonly textHash: string;
  /** Hash of title, text and picture as received. */
  readonly receivedHash: string;
  /** As the publisher said it; `null` when we worked it out. */
  readonly saidAt: number | null;
  /** The canonical URL; `null` for none and for a home page. */
  readonly address: string | null;
  readonly attachments: Attachments;
};
