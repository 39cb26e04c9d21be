import { createHash } from "node:crypto";
import type { ArticleDraft } from "../core/articles/article-draft.ts";
import { DRAFTING_RULES } from "../core/articles/material-change.ts";
import { needsPage } from "../core/articles/needs-page.ts";
import { isOwnPage, type Received } from "../core/articles/received.ts";
import { type CleanupContext, mergeExceptions, NO_CLEANUP } from "../core/cleaning/exceptions.ts";
import { mayTake } from "../core/cleaning/repeated/find-repeated.ts";
import type { Outline } from "../core/cleaning/repeated/outline.ts";
import { MAX_LINES } from "../core/cleaning/repeated/outline.ts";
import { judgePage, NO_MORE } from "../core/pages/judge-page.ts";
import type { ReadPage } from "../core/pages/page.ts";
import type { SourceDefinition } from "../core/settings/definitions.ts";
import { describeError } from "../core/sources/describe-error.ts";
import { type ComposeDeps, type ComposedDraft, composeDraft } from "./compose-draft.ts";
import { type DraftMaterial, materialOfItem, materialOfPage } from "./draft-material.ts";

export type DraftDeps = ComposeDeps & { readonly readPage: ReadPage };

export type DraftContext = {
  readonly source: SourceDefinition;
  /** Keys of what the source repeats in its articles. */
  readonly repeated: readonly string[];
  /** Lines that an editor wants to stay in this article. */
  readonly keptLines: readonly string[];
};

export type DraftedArticle = {
  readonly draft: ArticleDraft;
  /** Why its page was not used, for people; `null` when it was, or there is none. */
  readonly refused: string | null;
  /** Address of a page with more of the article that is not read yet; `null` for none, or where its page is another's. */
  readonly furtherUrl: string | null;
  /** Whether the article surely goes on there. */
  readonly goesOn: boolean;
};

/**
 * Turns what was received into a draft: completed from its page, clean, sanitised, hashed, with a
 * title. Deterministic: an article that is drafted again from the same is the same.
 */
export function draftArticle(
  received: Received,
  context: DraftContext,
  deps: DraftDeps,
): DraftedArticle {
  const { source } = context;
  const cleanup = cleanupOf(context);
  const compose = (material: DraftMaterial, by: CleanupContext): ComposedDraft =>
    composeDraft(material, { source, received, cleanup: by }, deps);
  const plain = plainMaterial(received, source, deps);
  // Whether an item has changed, and identity, must not depend on what we know of the source.
  const alone = compose(plain.material, NO_CLEANUP);
  const chosen = chooseMaterial(plain, { received, source, cleanup, alone }, deps);
  const isAlone = chosen.material === plain.material && !concerns(cleanup, alone.outline);
  const { steadyMetadataHash: _, ...composed } = isAlone
    ? alone
    : compose(chosen.material, cleanup);
  return {
    draft: {
      ...composed,
      key: alone.key,
      identity: alone.identity,
      itemHash: itemHashOf(received),
      receivedHash: alone.contentHash,
      receivedMetadataHash: alone.steadyMetadataHash,
      rules: DRAFTING_RULES,
      wantsPage: needsPage({ item: received.item, source, body: alone }),
      raw: JSON.stringify(received),
    },
    refused: chosen.refused,
    furtherUrl: chosen.furtherUrl ?? null,
    goesOn: chosen.goesOn ?? false,
  };
}

/** The time of a file is no part of what it says; a page is part of the item where it is the file. */
function itemHashOf(received: Received): string {
  const { item, derived, page } = received;
  const said = derived.includes("publishedAt") ? { ...item, publishedAt: null } : item;
  const parts = [said, isOwnPage(received) ? page?.html : null];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

function cleanupOf({ source, repeated, keptLines }: DraftContext): CleanupContext {
  const { cleanup: exceptions } = source;
  return {
    exceptions:
      keptLines.length === 0
        ? exceptions
        : mergeExceptions(exceptions, { keep: keptLines, drop: [] }),
    repeated,
  };
}

/** Whether cleaning by it can give another text: of a long one not all lines are in its outline. */
const concerns = (
  { exceptions: { keep, drop }, repeated }: CleanupContext,
  outline: Outline,
): boolean =>
  keep.length + drop.length > 0 || outline.length >= MAX_LINES || mayTake(outline, repeated);

type Chosen = Pick<DraftedArticle, "refused"> & {
  readonly material: DraftMaterial;
  readonly furtherUrl?: string | null;
  readonly goesOn?: boolean;
};

/** What tells whether an item has changed: the item alone, or the file that is a page. */
function plainMaterial(received: Received, source: SourceDefinition, deps: DraftDeps): Chosen {
  const material = materialOfItem(received, source.rights);
  const { page } = received;
  if (page === null || !isOwnPage(received)) return { material, refused: null };
  const read = deps.readPage(page, NO_CLEANUP);
  return read.ok
    ? { material: materialOfPage(received, read.value, source.rights), refused: null }
    : { material, refused: describeError(read.error) };
}

/** All of the item but the text, which its feed shows no more. */
const withFormerText = (received: Received, { rights }: SourceDefinition): Chosen => ({
  material: materialOfItem(
    { ...received, item: { ...received.item, ...received.formerText } },
    rights,
  ),
  refused: null,
});

type TextChoice = {
  readonly received: Received;
  readonly source: SourceDefinition;
  readonly cleanup: CleanupContext;
  readonly alone: ComposedDraft;
};

/** The page, when it is worth it, with the lines that are kept. */
function chooseMaterial(
  plain: Chosen,
  { received, source, cleanup, alone }: TextChoice,
  deps: DraftDeps,
): Chosen {
  const { page, item, derived } = received;
  const { keep } = cleanup.exceptions;
  const isOwn = isOwnPage(received);
  const without = received.formerText ? withFormerText(received, source) : plain;
  if (page === null || (isOwn ? keep.length === 0 : source.fullText === "never")) return without;
  // Drops and repeated lines go when the draft is cleaned, after its outline was taken.
  const read = deps.readPage(page, { exceptions: { keep, drop: [] }, repeated: [] });
  if (!read.ok) return { ...without, refused: describeError(read.error) };
  const title = derived.includes("title") ? null : item.title;
  const refused = isOwn ? null : judgePage({ ...alone, link: item.link, title }, read.value);
  const { furtherUrl, goesOn } = read.value;
  // A first page may have no more than its item.
  if (refused === NO_MORE) return { ...without, refused, furtherUrl, goesOn };
  if (refused !== null) return { ...without, refused };
  const material = materialOfPage(received, read.value, source.rights);
  return { material, refused, furtherUrl, goesOn };
}
