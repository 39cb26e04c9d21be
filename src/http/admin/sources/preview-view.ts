import type { PreviewedArticle, SourcePreview } from "../../../core/sources/source-preview.ts";
import { webHref } from "../../layout/addresses.ts";
import type { PageContext } from "../../layout/context.ts";
import type { TimeView } from "../../layout/dates.ts";
import { type ReasonView, reasonView } from "../../words/reasons.ts";
import { EDIT_WORDS } from "./edit-words.ts";

/** What a source gives, on a page. */
export type PreviewView = {
  readonly title: string | null;
  readonly address: string | null;
  readonly problem: ReasonView | null;
  readonly warnings: readonly ReasonView[];
  readonly heading: string;
  readonly articles: readonly PreviewedView[];
};

export type PreviewedView = {
  readonly title: string;
  readonly href: string | null;
  readonly lang: string | null;
  readonly at: TimeView | null;
  /** Authors, length, and whether the text is that of its page. */
  readonly facts: string;
  readonly pageProblem: ReasonView | null;
  readonly paragraphs: readonly string[];
  readonly isCut: boolean;
  readonly removed: readonly { readonly rule: string; readonly text: string }[];
};

export function previewView(
  { title, address, problem, warnings, items, articles }: SourcePreview,
  context: PageContext,
): PreviewView {
  const { language } = context;
  return {
    title,
    address,
    problem: problem === null ? null : reasonView(problem, language),
    warnings: warnings.map((warning) => reasonView(warning, language)),
    heading: EDIT_WORDS[language].wouldBe(items),
    articles: articles.map((article) => previewed(article, context)),
  };
}

function previewed(article: PreviewedArticle, { language, dates }: PageContext): PreviewedView {
  const words = EDIT_WORDS[language];
  const { title, url, publishedAt, authors, text, characters, isFromPage, pageProblem, removed } =
    article;
  const facts = [
    ...authors,
    words.characters(characters),
    ...(isFromPage ? [words.fromPage] : []),
    ...(publishedAt === null ? [words.noDate] : []),
  ];
  return {
    title,
    href: webHref(url),
    lang: article.language,
    at: publishedAt === null ? null : dates.full(publishedAt),
    facts: facts.join(" · "),
    pageProblem: pageProblem === null ? null : reasonView(pageProblem, language),
    paragraphs: text.split(/\n{2,}/),
    isCut: text.length < characters,
    removed: removed.map(({ rule, text: line }) => ({ rule, text: line })),
  };
}

/** The answer of an order, if that was a preview. */
export const asPreview = (answer: unknown): SourcePreview | null =>
  typeof answer === "object" && answer !== null && "articles" in answer && "announced" in answer
    ? (answer as SourcePreview)
    : null;
