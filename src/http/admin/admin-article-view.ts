import type { StoredArticle, StoredCopy } from "../../core/entries/stored-article.ts";
import type { AdminArticle } from "../../publish/pages/admin-page.ts";
import { articleUrl, localHref, webHref } from "../layout/addresses.ts";
import type { PageContext } from "../layout/context.ts";
import type { TimeView } from "../layout/dates.ts";
import type { PageView } from "../layout/page.ts";
import { fitProse } from "../layout/prose.ts";
import { whyText } from "../pages/article-view.ts";
import { langAttribute } from "../words/language.ts";
import { type ReasonView, reasonView } from "../words/reasons.ts";
import type { ArticleAction, ButtonSection } from "./actions/article-action.ts";
import { ARTICLE_ACTIONS } from "./actions/article-actions.ts";
import { KEEP_LINES } from "./actions/keep-lines.ts";
import { adminHref, adminPage } from "./admin-frame.ts";
import { lineName } from "./admin-line.ts";
import type { AdminTexts } from "./admin-texts.ts";
import { adminArticleHref, commonWhy } from "./admin-view.ts";
import { ADMIN_TEXTS } from "./choose-admin-texts.ts";
import { type NoticeView, noticeView, type OrderNotice } from "./order-notice.ts";
import { signalText } from "./signal-text.ts";

export type AdminArticleOptions = {
  /** Of the last order; `null` when there was none, or it is done. */
  readonly notice: OrderNotice | null;
};

export type AdminArticleView = {
  readonly page: PageView;
  readonly words: AdminTexts;
  readonly notice: NoticeView | null;
  readonly title: string;
  readonly lang: string | null;
  readonly source: string;
  readonly statusHref: string;
  readonly publicHref: string;
  readonly originalHref: string | null;
  /** Where the form of removed lines is sent to. */
  readonly keepHref: string;
  readonly buttons: Readonly<Record<ButtonSection, readonly ButtonView[]>>;
  /** Where forms are sent: this, a slash, and the name of what is done. */
  readonly href: string;
  readonly withdrawn: TimeView | null;
  /** What readers are told of the withdrawal. */
  readonly withdrawnWhy: string | null;
  readonly removed: readonly RemovedView[];
  readonly kept: readonly string[];
  readonly rights: string;
  /** The usage terms that lowered the rights: `text` in our words, `by` as the publisher wrote them. */
  readonly lowered: readonly { readonly text: string; readonly by: string }[];
  readonly fetched: PageStateView;
  readonly values: readonly { readonly field: string; readonly from: string }[];
  readonly copies: readonly AdminCopyView[];
  readonly contentHtml: string;
};

export type ButtonView = { readonly href: string; readonly label: string };

export type RemovedView = {
  readonly number: number;
  readonly text: string;
  readonly rule: string;
  readonly name: string;
};

export type PageStateView = {
  readonly word: string;
  readonly href: string | null;
  readonly reason: ReasonView | null;
  readonly next: TimeView | null;
  readonly held: TimeView | null;
};

export type AdminCopyView = {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly href: string;
  readonly why: string;
  /** The command that shows the copy beside this article. */
  readonly command: string;
};

/** What the desk did with an article and why: removed lines, rights, its page, where values come from, copies. */
export function adminArticleView(
  { entry, handling, commonLines }: AdminArticle,
  { notice }: AdminArticleOptions,
  context: PageContext,
): AdminArticleView {
  const { article, withdrawal } = entry;
  const { site, language, texts, dates } = context;
  const words = ADMIN_TEXTS[language];
  return {
    page: adminPage(`${article.title} · ${words.title} · ${site.title}`, context),
    words,
    notice: noticeView(notice, context),
    title: article.title,
    lang: langAttribute(article.language, language),
    source: article.source.title,
    statusHref: adminHref(context),
    publicHref: localHref(site, articleUrl(site, article.id)),
    originalHref: webHref(article.canonicalUrl ?? article.link),
    keepHref: actionHref(article, KEEP_LINES, context),
    buttons: buttonsOf(article, context),
    href: adminArticleHref(context, article.id),
    withdrawn: withdrawal ? dates.full(withdrawal.at) : null,
    withdrawnWhy: withdrawal?.reason ?? null,
    removed: removedOf(article, commonLines, context),
    kept: handling.keptLines,
    rights: words.rightsWords[article.republish],
    lowered: article.lowered.map(({ by }) => ({ text: signalText(by, words.signals), by })),
    fetched: pageState(handling, context),
    values: valuesOf(article, words),
    copies: entry.copies.map((copy) => copyView(article, copy, context)),
    contentHtml: fitProse(article.contentHtml, { texts, hasPictures: site.images === "link" }),
  };
}

function removedOf(
  { removed }: StoredArticle,
  commonLines: AdminArticle["commonLines"],
  context: PageContext,
): readonly RemovedView[] {
  const { rules } = ADMIN_TEXTS[context.language];
  return removed.map(({ text, rule }, index) => {
    const learnt = commonLines.get(text);
    const name = rules[rule] ?? rule;
    return {
      number: index + 1,
      text,
      name: lineName(text),
      rule: learnt === undefined ? name : `${name} (${commonWhy(learnt, context)})`,
    };
  });
}

const actionHref = ({ id }: StoredArticle, { path }: ArticleAction, context: PageContext): string =>
  `${adminArticleHref(context, id)}/${path}`;

function buttonsOf(article: StoredArticle, context: PageContext): AdminArticleView["buttons"] {
  const inSection = (section: ButtonSection): readonly ButtonView[] =>
    ARTICLE_ACTIONS.flatMap((action) =>
      action.button?.section === section
        ? {
            href: actionHref(article, action, context),
            label: action.button.label[context.language],
          }
        : [],
    );
  return { cover: inSection("cover"), kept: inSection("kept") };
}

function pageState(
  { page, heldUntil, isFromPage }: AdminArticle["handling"],
  { dates, language }: PageContext,
): PageStateView {
  const words = ADMIN_TEXTS[language].pageStates;
  const done = isFromPage ? words.done : words.unused;
  return {
    word: page === null ? words.none : page.state === "done" ? done : words[page.state],
    href: webHref(page?.url ?? null),
    reason: page?.reason ? reasonView(page.reason, language) : null,
    next: page === null || page.nextAt === null ? null : dates.full(page.nextAt),
    held: heldUntil === null ? null : dates.full(heldUntil),
  };
}

function valuesOf(article: StoredArticle, words: AdminTexts): AdminArticleView["values"] {
  const derived = article.derived.map((field) => ({ field, from: words.derived }));
  const taken = Object.entries(article.provenance).map(([field, from]) => ({ field, from }));
  return [...derived, ...taken];
}

function copyView(article: StoredArticle, copy: StoredCopy, context: PageContext): AdminCopyView {
  return {
    id: copy.articleId,
    source: copy.source.title,
    title: copy.title,
    href: adminArticleHref(context, copy.articleId),
    why: whyText(copy.why, context.texts),
    command: `offprint clusters compare ${article.id} ${copy.articleId}`,
  };
}
