import { hash } from "node:crypto";
import type { ArticleDraft, ComparableText, DerivedField } from "../core/articles/article-draft.ts";
import {
  htmlWithoutCounts,
  mayCount,
  showsLinesOf,
  withoutCounts,
} from "../core/articles/counting.ts";
import type { Image } from "../core/media/media.ts";
import { fingerprintOf } from "../core/similarity/fingerprint.ts";
import { singleSpaced } from "../core/text/clean.ts";
import { tokensByLine } from "../core/text/tokens.ts";

type Visible = Pick<ArticleDraft, "title" | "text" | "image">;

/** Those of the metadata are made when they are asked for. */
type ContentHashes = {
  readonly contentHash: string;
  readonly metadataHash: () => string;
  readonly steadyMetadataHash: () => string;
};

/** The hashes that tell whether what readers see, or what is published beside it, has changed. */
export function hashesOf(
  { title, text, image }: Visible,
  rest: {
    readonly metadata: { readonly publishedAt: number | null; readonly summary: string };
    readonly contentHtml: string;
    readonly derived: readonly DerivedField[];
  },
): ContentHashes {
  // Leaves the time of a file out: touching a file is no change.
  const isDated = !rest.derived.includes("publishedAt");
  const metadata = isDated ? rest.metadata : { ...rest.metadata, publishedAt: null };
  const isSteadyText = !mayCount(text);
  const said = singleSpaced(isSteadyText ? text : withoutCounts(text));
  // Includes markup and picture: a corrected link is no news, but must be stored.
  const metadataOf = (summary: string, html: string): string =>
    sha256(JSON.stringify([{ ...metadata, summary }, html, image]));
  const { summary } = metadata;
  const metadataHash = once(() => metadataOf(summary, rest.contentHtml));
  return {
    contentHash: sha256(`${title}\n${said}\n${pictureOf(image)}`),
    metadataHash,
    steadyMetadataHash: () => {
      const { contentHtml } = rest;
      const isSteadyHtml = isSteadyText && showsLinesOf(contentHtml, text);
      const html = isSteadyHtml ? contentHtml : htmlWithoutCounts(contentHtml);
      const steady = withoutCounts(summary);
      const isSteady = steady === summary && html === contentHtml;
      return isSteady ? metadataHash() : metadataOf(steady, html);
    },
  };
}

/** Without the query: image servers write sizes and changing tokens there, which do not make another picture. */
const pictureOf = (image: Image | null): string => image?.url.split("?")[0] ?? "";

/** A text as it is compared with others. */
export function comparable(text: string): ComparableText {
  const paragraphs = tokensByLine(text);
  return {
    textHash: sha256(paragraphs.map((words) => words.join(" ")).join(" ")),
    tokenCount: paragraphs.reduce((sum, { length }) => sum + length, 0),
    fingerprint: fingerprintOf(paragraphs),
  };
}

/** Makes a value when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const sha256 = (text: string): string => hash("sha256", text, "base64url");
