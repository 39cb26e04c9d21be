import type { WithdrawnArticle } from "../../publish/pages/page-model.ts";
import { localHref, webHref } from "../layout/addresses.ts";
import type { PageContext } from "../layout/context.ts";
import type { TimeView } from "../layout/dates.ts";
import { namedMeta, type PageView, pageView } from "../layout/page.ts";
import { reasonView } from "../words/reasons.ts";
import type { ProblemKind } from "../words/texts.ts";

export type ProblemView = {
  readonly page: PageView;
  readonly isGone: boolean;
  readonly status: number;
  readonly name: string;
  readonly heading: string;
  readonly advice: string;
  readonly withdrawal: WithdrawalView | null;
  readonly feedsHref: string;
  readonly newsHref: string;
};

type WithdrawalView = {
  readonly source: string;
  readonly sourceHref: string | null;
  readonly at: TimeView;
  readonly reason: string | null;
  readonly id: string;
};

export type Problem = { readonly status: number; readonly kind: ProblemKind };

/** A page that says what went wrong, why, and what to do; also the page of a withdrawn article. */
export function problemView(
  { status, kind }: Problem,
  withdrawn: WithdrawnArticle | null,
  context: PageContext,
): ProblemView {
  const { site, texts } = context;
  const { name, heading, advice } = texts.problems[kind];
  const home = localHref(site, `${site.url}/`);
  return {
    page: pageView(context, {
      title: `${heading} · ${site.title}`,
      meta: namedMeta({ robots: "noindex" }),
    }),
    isGone: kind === "withdrawn",
    status,
    name,
    heading,
    advice,
    withdrawal: withdrawn === null ? null : withdrawalView(withdrawn, context),
    feedsHref: `${home}#feeds`,
    newsHref: `${home}#news`,
  };
}

function withdrawalView(
  withdrawn: WithdrawnArticle,
  { dates, language }: PageContext,
): WithdrawalView {
  const { reason } = withdrawn;
  return {
    source: withdrawn.source.title,
    sourceHref: webHref(withdrawn.source.url),
    at: dates.full(withdrawn.withdrawnAt),
    // An editor's own words stay in the language in which they were written.
    reason: reason === null ? null : reasonView(reason, language).text,
    id: withdrawn.id,
  };
}
