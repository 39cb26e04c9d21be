import express, { type Request, type RequestHandler, type Response, Router } from "express";
import type { SiteDefinition } from "../../core/settings/definitions.ts";
import type { AdminArticle, AdminSite, OrderEnd } from "../../publish/pages/admin-page.ts";
import { ORDER_STATUS, sendOrder, wantsJson } from "../api/order-answer.ts";
import { orderRoutes } from "../api/order-routes.ts";
import { localHref } from "../layout/addresses.ts";
import type { ContextOf } from "../layout/page-contexts.ts";
import { refuseMethod, type SendProblem } from "../problems.ts";
import type { Renderer } from "../renderer.ts";
import { HTML, send } from "../send.ts";
import type { Form } from "./actions/article-action.ts";
import { ARTICLE_ACTIONS } from "./actions/article-actions.ts";
import { createAdminAuth } from "./admin-auth.ts";
import { isFromOwnPage } from "./admin-origin.ts";

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

const SCREENS: { readonly [Page in keyof Renderer["admin"]]: AdminScreen } = {
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
  for (const { path, show } of Object.values(SCREENS)) {
    router.get(path, async (request, response, next) => {
      const page = await show(request, deps);
      return page === null ? next() : sendPage(request, response, page);
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
      return tell(end, { article, request, response, deps });
    });
    router.all(`/admin/articles/:id/${path}`, refuseMethod(deps.sendProblem, "POST"));
  }
}

const formOf = ({ body }: Request): Form => (body ?? {}) as Form;

/** Room for the hash of each line, also of an article that a hostile page made long. */
const BODY_BYTES = 64 * 1024;
const ARTICLE_ID = /^[A-Za-z0-9_-]{1,100}$/;

const articleOf = async (id: string, admin: AdminSite): Promise<AdminArticle | null> =>
  ARTICLE_ID.test(id) ? admin.article(id) : null;

const fromOwnPages =
  ({ site, sendProblem }: AdminRoutesDeps): RequestHandler =>
  async (request, response, next) => {
    if (isFromOwnPage(request, site())) return next();
    response.set("Connection", "close");
    return sendProblem(request, response, "forbidden");
  };

type ToldOrder = {
  readonly article: AdminArticle;
  readonly request: Request;
  readonly response: Response;
  readonly deps: AdminRoutesDeps;
};

/** Answers programs with the result; brings people back to the article, with the reason when the order is not done. */
async function tell(end: OrderEnd, { article, request, response, deps }: ToldOrder): Promise<void> {
  const { site, renderer, contextOf } = deps;
  if (wantsJson(request)) return sendOrder(end, { request, response, site: site() });
  if (end.state === "done") {
    const path = `/admin/articles/${article.entry.article.id}`;
    response.redirect(303, localHref(site(), site().url + path));
    return;
  }
  const notice = end.state === "waiting" ? NOT_YET : end.reason;
  const page = renderer.admin.article(article, { notice }, contextOf(request));
  await sendPage(request, response, page, ORDER_STATUS[end.state]);
}

const NOT_YET = "it is ordered, and not done yet: look again in a moment";

const sendPage = (
  request: Request,
  response: Response,
  text: string,
  status = 200,
): Promise<void> =>
  send(request, response, {
    status,
    mediaType: HTML,
    text,
    cacheControl: "no-store",
    vary: ["Accept-Language", "Authorization"],
  });
