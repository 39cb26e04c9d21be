import express, { type Request, type RequestHandler, Router } from "express";
import type { SiteDefinition } from "../../core/settings/definitions.ts";
import type { AdminArticle, AdminSite } from "../../publish/pages/admin-page.ts";
import { wantsJson } from "../api/order-answer.ts";
import { orderRoutes } from "../api/order-routes.ts";
import type { ContextOf } from "../layout/page-contexts.ts";
import { refuseMethod, type SendProblem } from "../problems.ts";
import type { Renderer } from "../renderer.ts";
import { ARTICLE_ACTIONS } from "./actions/article-actions.ts";
import { createAdminAuth } from "./admin-auth.ts";
import { formOf } from "./form.ts";
import { fromOwnPages } from "./from-own-pages.ts";
import { sendAdminPage, sendJson } from "./send-admin-page.ts";
import { sourceRoutes } from "./sources/source-routes.ts";
import { systemRoutes } from "./system/system-routes.ts";
import { tellOrder } from "./tell-order.ts";

export type AdminRoutesDeps = {
  readonly admin: AdminSite;
  readonly site: () => SiteDefinition;
  readonly renderer: Pick<Renderer, "admin">;
  readonly contextOf: ContextOf;
  readonly sendProblem: SendProblem;
  /** Number of proxies in front. */
  readonly trustProxy: number;
};

/** `/admin`: what works and what does not and why; `/admin/articles/:id`: what was done with an article. */
export function adminRoutes(deps: AdminRoutesDeps): Router {
  const { admin, sendProblem, trustProxy } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const auth = createAdminAuth({ token: admin.token, sendProblem, trustProxy });
  router.use("/admin", privately, auth);
  router.use("/api/orders", privately, auth);
  addPages(router, deps);
  addActions(router, deps);
  router.use(sourceRoutes(deps));
  router.use(systemRoutes(deps));
  return router.use(orderRoutes(deps));
}

/** Not cacheable, not indexed; forms may post to this site, and browsers send their origin. */
const privately: RequestHandler = (_, response, next) => {
  const policy = String(response.get("Content-Security-Policy"));
  response
    .set("Content-Security-Policy", policy.replace("form-action 'none'", "form-action 'self'"))
    .set("Cross-Origin-Resource-Policy", "same-origin")
    // Under helmet's "no-referrer" browsers send `Origin: null` with our own forms.
    .set("Referrer-Policy", "same-origin")
    .set("X-Robots-Tag", "noindex, nofollow")
    .set("Cache-Control", "no-store");
  next();
};

type AdminScreen = {
  readonly path: string;
  /** `null` when there is no such page. */
  readonly show: (request: Request, deps: AdminRoutesDeps) => Promise<string | null>;
};

const SCREENS: Readonly<Record<"status" | "article", AdminScreen>> = {
  status: {
    path: "/admin",
    show: async (request, { admin, renderer, contextOf }) =>
      renderer.admin.status(await admin.status(), contextOf(request)),
  },
  article: {
    path: "/admin/articles/:id",
    async show(request, { admin, renderer, contextOf }) {
      const article = await articleOf(String(request.params["id"]), admin);
      if (article === null) return null;
      return renderer.admin.article(article, { notice: null }, contextOf(request));
    },
  },
};

function addPages(router: Router, deps: AdminRoutesDeps): void {
  router.get(SCREENS.article.path, async (request, response, next) => {
    if (!wantsJson(request)) return next();
    const article = await articleOf(String(request.params["id"]), deps.admin);
    return article === null ? next() : sendJson(request, response, articleAsJson(article));
  });
  for (const { path, show } of Object.values(SCREENS)) {
    router.get(path, async (request, response, next) => {
      const page = await show(request, deps);
      return page === null ? next() : sendAdminPage(request, response, page);
    });
  }
}

function addActions(router: Router, deps: AdminRoutesDeps): void {
  const { admin } = deps;
  const guards = [fromOwnPages(deps), express.urlencoded({ extended: false, limit: BODY_BYTES })];
  for (const { path, orderOf } of ARTICLE_ACTIONS) {
    router.post(`/admin/articles/:id/${path}`, ...guards, async (request, response) => {
      const article = await articleOf(String(request.params["id"]), admin);
      if (article === null) return deps.sendProblem(request, response, "not-found");
      const end = await admin.order(orderOf(article, formOf(request)));
      return tellOrder(end, {
        request,
        response,
        site: deps.site(),
        path: `/admin/articles/${article.entry.article.id}`,
        pageWith: (notice) =>
          deps.renderer.admin.article(article, { notice }, deps.contextOf(request)),
      });
    });
    router.all(`/admin/articles/:id/${path}`, refuseMethod(deps.sendProblem, "POST"));
  }
}

const articleAsJson = ({ entry, handling, commonLines }: AdminArticle) => ({
  ...entry,
  handling,
  commonLines: Object.fromEntries(commonLines),
});

/** Room for the hash of each line, also of an article that a hostile page made long. */
const BODY_BYTES = 64 * 1024;
const ARTICLE_ID = /^[A-Za-z0-9_-]{1,100}$/;

const articleOf = async (id: string, admin: AdminSite): Promise<AdminArticle | null> =>
  ARTICLE_ID.test(id) ? admin.article(id) : null;
