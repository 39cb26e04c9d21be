import { hash } from "node:crypto";
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
import { type ComposeDeps, type Composition, composerOf } from "./compose-draft.ts";
import { type DraftMaterial, materialOfItem, materialOfPage } from "./draft-material.ts";

export type DraftDeps = ComposeDeps & { readonly readPage: ReadPage };

export type DraftContext = {
  readonly source: SourceDefinition;
  /** Keys of the repeated blocks of the source. */
  readonly repeated: readonly string[];
  /** Lines that an editor wants to stay in this article. */
  readonly keptLines: readonly string[];
};

export type DraftedArticle = {
  readonly draft: ArticleDraft;
  /** Why its page was not used, for people; `null` when it was, or there is none. */
  readonly refused: string | null;
  /** Address of an unread page with more of the article; `null` for none, or when its page was refused. */
  readonly furtherUrl: string | null;
  /** Whether the article surely goes on there. */
  readonly goesOn: boolean;
};

/**
 * Turns what was received into a draft: completed from its page, clean, sanitised, hashed, with a
 * title. Deterministic: the same input gives the same draft.
 */
export function draftArticle(
  received: Received,
  context: DraftContext,
  deps: DraftDeps,
): DraftedArticle {
  const { source } = context;
  const cleanup = cleanupOf(context);
  const composer = (material: DraftMaterial) => composerOf(material, { source, received }, deps);
  const plain = plainMaterial(received, source, deps);
  const composePlain = composer(plain.material);
  // Whether an item has changed, and identity, must not depend on what we know of the source.
  const alone = composePlain(NO_CLEANUP);
  const chosen = chooseMaterial(plain, { received, source, cleanup, alone }, deps);
  const isPlain = chosen.material === plain.material;
  const isAlone = isPlain && !concerns(cleanup, alone.outline);
  const compose = isPlain ? composePlain : composer(chosen.material);
  const { key, identity } = alone.names();
  const item = JSON.stringify(received.item);
  return {
    draft: {
      ...(isAlone ? alone : compose(cleanup)).draft(),
      key,
      identity,
      itemHash: itemHashOf(received, item),
      receivedHash: alone.contentHash,
      receivedMetadataHash: alone.steadyMetadataHash(),
      rules: DRAFTING_RULES,
      wantsPage: needsPage({ item: received.item, source, body: alone }),
      raw: rawOf(received, item),
    },
    refused: chosen.refused,
    furtherUrl: chosen.furtherUrl ?? null,
    goesOn: chosen.goesOn ?? false,
  };
}

/** Leaves out the time of a file; includes the page when the file itself is the page. `json`: of the item. */
function itemHashOf(received: Received, json: string): string {
  const { item, derived, page } = received;
  const isDated = !derived.includes("publishedAt");
  const said = isDated ? json : JSON.stringify({ ...item, publishedAt: null });
  const html = isOwnPage(received) ? (page?.html ?? null) : null;
  return hash("sha256", `[${said},${JSON.stringify(html)}]`, "base64url");
}

/** What was received, as JSON. The item, which is most of it, is written once for both. */
const rawOf = ({ item: _, ...others }: Received, json: string): string =>
  `{"item":${json},${JSON.stringify(others).slice(1)}`;

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

/** Whether this cleanup can change the text. It always can when the text is long: its outline lacks some lines. */
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

/** The material that tells whether an item has changed: the item alone, or the file that is a page. */
function plainMaterial(received: Received, source: SourceDefinition, deps: DraftDeps): Chosen {
  const material = materialOfItem(received, source.rights);
  const { page } = received;
  if (page === null || !isOwnPage(received)) return { material, refused: null };
  const read = deps.readPage(page, NO_CLEANUP);
  return read.ok
    ? { material: materialOfPage(received, read.value, source.rights), refused: null }
    : { material, refused: describeError(read.error) };
}

/** The item with its former text, which its feed no longer shows. */
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
  readonly alone: Composition;
};

/** Chooses the page, read with the kept lines, if it is better than the item. */
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
  // Dropped and repeated lines go later, when the draft is cleaned: its outline needs them.
  const read = deps.readPage(page, { exceptions: { keep, drop: [] }, repeated: [] });
  if (!read.ok) return { ...without, refused: describeError(read.error) };
  const title = derived.includes("title") ? null : item.title;
  const refused = isOwn ? null : judgePage({ ...alone, link: item.link, title }, read.value);
  const { furtherUrl, goesOn } = read.value;
  // A first page may have no more text than its item, while its further pages have.
  if (refused === NO_MORE) return { ...without, refused, furtherUrl, goesOn };
  if (refused !== null) return { ...without, refused };
  const material = materialOfPage(received, read.value, source.rights);
  return { material, refused, furtherUrl, goesOn };
}
