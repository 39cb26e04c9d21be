import type { ArticleDraft } from "../articles/article-draft.ts";
import { identifiedDraft } from "../articles/identity/identified.ts";
import type { WeakNames } from "../articles/identity/identity.ts";
import { marksOf } from "../articles/identity/marks.ts";
import type { SharedMarks } from "../articles/identity/shared-marks.ts";
import {
  type DocumentEntry,
  type DocumentListing,
  type ListedItem,
  type Listing,
  listingBasis,
} from "../articles/listing.ts";
import type { SourceDefinition } from "../settings/definitions.ts";

/** Which article each draft became. */
export type AssignedArticles = {
  readonly drafts: readonly ArticleDraft[];
  /** The article of the draft at this place. */
  readonly articleOf: (draft: number) => Pick<ListedItem, "articleId" | "receivedAt"> | undefined;
  readonly weak: WeakNames;
  readonly shared: SharedMarks;
};

/** What a document listed, with the articles that its items are, by which the next document is recognised. */
export function nextListing(
  definition: SourceDefinition,
  { entries, around }: DocumentListing,
  assigned: AssignedArticles,
): Listing {
  return {
    basis: listingBasis(definition),
    around,
    items: entries.flatMap((entry) => listedOf(entry, assigned) ?? []),
    shared: [...assigned.shared],
  };
}

function listedOf(
  { stamp, written, found }: DocumentEntry,
  { drafts, articleOf, weak }: AssignedArticles,
): ListedItem | null {
  if ("listed" in found) return { ...found.listed, ...stamp, written };
  const [draft, article] = [drafts[found.draft], articleOf(found.draft)];
  if (draft === undefined || article === undefined) return null;
  return { ...stamp, written, ...marksOf(identifiedDraft(draft), weak), ...article };
}
