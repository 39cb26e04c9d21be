import { fileURLToPath } from "node:url";
import { Eta } from "eta";
import { writableText } from "../core/text/clean.ts";
import type { AdminArticle, AdminStatus } from "../publish/pages/admin-page.ts";
import type { AdminSource, SourceList } from "../publish/pages/admin-sources.ts";
import type { SystemReport } from "../publish/pages/admin-system.ts";
import type {
  FeedPage,
  FoundArticle,
  FrontModel,
  WithdrawnArticle,
} from "../publish/pages/page-model.ts";
import { type AdminArticleOptions, adminArticleView } from "./admin/admin-article-view.ts";
import { adminView } from "./admin/admin-view.ts";
import type { OrderNotice } from "./admin/order-notice.ts";
import { lookView, type SourceLook } from "./admin/sources/look-view.ts";
import { type SourcePageOptions, sourcePageView } from "./admin/sources/source-view.ts";
import { sourcesView } from "./admin/sources/sources-view.ts";
import { systemView } from "./admin/system/system-view.ts";
import type { PageContext } from "./layout/context.ts";
import type { PageView } from "./layout/page.ts";
import { aboutView } from "./pages/about-view.ts";
import { articleView } from "./pages/article-view.ts";
import { feedView } from "./pages/feed-view.ts";
import { frontView } from "./pages/front-view.ts";
import { type Problem, problemView } from "./pages/problem-view.ts";

/** Turns models into whole HTML documents. Everything is escaped except sanitised article text. */
export type Renderer = {
  readonly front: (model: FrontModel, context: PageContext) => string;
  readonly feed: (model: FeedPage, context: PageContext) => string;
  readonly article: (article: FoundArticle, context: PageContext) => string;
  readonly about: (userAgent: string, context: PageContext) => string;
  /** Each has its route in admin/. */
  readonly admin: {
    readonly status: (status: AdminStatus, context: PageContext) => string;
    readonly sources: (list: SourceList, context: PageContext) => string;
    readonly source: (
      source: AdminSource,
      options: SourcePageOptions,
      context: PageContext,
    ) => string;
    readonly system: (
      system: SystemReport,
      options: { readonly notice: OrderNotice | null },
      context: PageContext,
    ) => string;
    readonly look: (looked: SourceLook, context: PageContext) => string;
    readonly article: (
      article: AdminArticle,
      options: AdminArticleOptions,
      context: PageContext,
    ) => string;
  };
  readonly problem: (
    problem: Problem,
    withdrawn: WithdrawnArticle | null,
    context: PageContext,
  ) => string;
};

/** Reads each template once; they lie beside their screens, in src/ as in dist/. */
export function createRenderer(): Renderer {
  const eta = new Eta({
    views: fileURLToPath(new URL(".", import.meta.url)),
    cache: true,
    escapeFunction: escapeText,
  });
  const render = (template: string, view: { readonly page: PageView }): string => {
    const body = eta.render(template, { ...view, texts: view.page.texts });
    return eta.render("./layout/layout", { ...view.page, body });
  };
  return {
    front: (model, context) => render("./pages/front", frontView(model, context)),
    feed: (model, context) => render("./pages/feed", feedView(model, context)),
    article: (article, context) => render("./pages/article", articleView(article, context)),
    about: (userAgent, context) => render("./pages/about", aboutView(userAgent, context)),
    admin: {
      status: (status, context) => render("./admin/admin", adminView(status, context)),
      sources: (list, context) => render("./admin/sources/sources", sourcesView(list, context)),
      source: (source, options, context) =>
        render("./admin/sources/source", sourcePageView(source, options, context)),
      system: (system, options, context) =>
        render("./admin/system/system", systemView(system, options, context)),
      look: (looked, context) => render("./admin/sources/look", lookView(looked, context)),
      article: (article, options, context) =>
        render("./admin/admin-article", adminArticleView(article, options, context)),
    },
    problem: (problem, withdrawn, context) =>
      render("./pages/problem", problemView(problem, withdrawn, context)),
  };
}

/** Safe in an element and in a quoted attribute; without the control characters HTML forbids. */
function escapeText(value: unknown): string {
  const text = writableText(String(value));
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char) : text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
