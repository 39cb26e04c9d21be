import { attachmentsOf } from "../../similarity/attachments.ts";
import { givenAddress } from "../../urls/canonical-url.ts";
import type { ArticleDraft } from "../article-draft.ts";
import type { KnownArticle, StoredContext } from "../stored-context.ts";
import type { Named } from "./identity.ts";
import type { Likeness } from "./likeness.ts";

/** An item of a document, and an article of its source, as they are compared. */
export type IdentifiedDraft = Named & Likeness & { readonly draft: ArticleDraft };
export type IdentifiedArticle = Likeness & { readonly article: KnownArticle };

export function identifiedDraft(draft: ArticleDraft): IdentifiedDraft {
  const { identity, guid, link, derived, title, publishedAt, textHash, receivedHash } = draft;
  return {
    draft,
    identity,
    guid,
    textHash,
    receivedHash,
    address: givenAddress(link),
    title: derived.includes("title") ? null : title,
    saidAt: derived.includes("publishedAt") ? null : publishedAt,
    wording: draft.fingerprint.tokens,
    words: draft.fingerprint.tokens.length,
    attachments: attachmentsOf(draft),
  };
}

export function identifiedArticle(
  article: KnownArticle,
  { wordings }: StoredContext,
): IdentifiedArticle {
  const {
    id,
    givenAddress: address,
    derived,
    title,
    publishedAt,
    textHash,
    receivedHash,
    attachments,
    fingerprint,
    tokenCount,
  } = article;
  const received = wordings.get(id);
  return {
    article,
    address,
    textHash,
    receivedHash,
    attachments,
    title: derived.includes("title") ? null : title,
    saidAt: derived.includes("publishedAt") ? null : publishedAt,
    wording: received ?? fingerprint.tokens,
    words: received?.length ?? Math.max(fingerprint.tokens.length, tokenCount),
  };
}
