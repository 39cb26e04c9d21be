import { type Request, type Response, Router } from "express";
import type { SiteDefinition } from "../../../core/settings/definitions.ts";
import type { AdminSite, OrderEnd } from "../../../publish/pages/admin-page.ts";
import type {
  AdminSource,
  ListedSource,
  SourceList,
} from "../../../publish/pages/admin-sources.ts";
import { wantsJson } from "../../api/order-answer.ts";
import type { ContextOf } from "../../layout/page-contexts.ts";
import { refuseMethod, type SendProblem } from "../../problems.ts";
import type { Renderer } from "../../renderer.ts";
import { OPML, send } from "../../send.ts";
import { fromOwnPages } from "../from-own-pages.ts";
import { sendAdminPage, sendJson } from "../send-admin-page.ts";
import { tellOrder } from "../tell-order.ts";
import { type EditRoutesDeps, editRoutes } from "./edit-routes.ts";
import { choiceOf } from "./sources-view.ts";

export type SourceRoutesDeps = {
  readonly admin: EditRoutesDeps["admin"] & Pick<AdminSite, "sources" | "sourceList">;
  readonly site: () => SiteDefinition;
  readonly renderer: { readonly admin: Pick<Renderer["admin"], "sources" | "source" | "look"> };
  readonly contextOf: ContextOf;
  readonly sendProblem: SendProblem;
};

/** `/admin/sources` and `/admin/sources/:id`, each also as JSON; `POST …/poll` orders a poll. */
export function sourceRoutes(deps: SourceRoutesDeps): Router {
  const { admin, renderer, contextOf, sendProblem } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  router.get("/admin/sources", async (request, response) => {
    const list = await admin.sources(choiceOf(request.query));
    if (wantsJson(request)) return sendJson(request, response, listAsJson(list));
    return sendAdminPage(request, response, renderer.admin.sources(list, contextOf(request)));
  });
  router.get("/admin/sources.opml", (request, response) =>
    send(request, response, {
      status: 200,
      mediaType: OPML,
      text: admin.sourceList(),
      cacheControl: "no-store",
      vary: ["Authorization"],
    }),
  );
  // Before a source of the id "new".
  router.use(editRoutes(deps));
  router.get("/admin/sources/:id", async (request, response, next) => {
    const source = await admin.source(String(request.params["id"]));
    if (source === null) return next();
    if (wantsJson(request)) return sendJson(request, response, sourceAsJson(source));
    const page = renderer.admin.source(source, { notice: null }, contextOf(request));
    return sendAdminPage(request, response, page);
  });
  router.post("/admin/sources/:id/poll", fromOwnPages(deps), (request, response) =>
    orderPoll(request, response, deps),
  );
  router.all("/admin/sources/:id/poll", refuseMethod(sendProblem, "POST"));
  return router;
}

async function orderPoll(
  request: Request,
  response: Response,
  { admin, site, renderer, contextOf, sendProblem }: SourceRoutesDeps,
): Promise<void> {
  const id = String(request.params["id"]);
  const source = await admin.source(id);
  if (source === null) return sendProblem(request, response, "not-found");
  const end =
    source.status.health === "paused"
      ? PAUSED
      : await admin.order({ kind: "pass", scope: { all: true, sources: [id] } });
  return tellOrder(end, {
    request,
    response,
    site: site(),
    path: `/admin/sources/${encodeURIComponent(id)}`,
    pageWith: (notice) => renderer.admin.source(source, { notice }, contextOf(request)),
  });
}

/** A pass leaves paused sources out. */
const PAUSED: OrderEnd = { state: "refused", reason: "the source is paused: resume it first" };

const listAsJson = ({ choice, counts, pages, shown }: SourceList) => ({
  page: choice.page,
  pages,
  counts: Object.fromEntries(counts),
  sources: shown.map(listedAsJson),
});

const listedAsJson = ({ status, days, waitingPages }: ListedSource) => ({
  ...status,
  waitingPages,
  days: days.map(({ day, ...numbers }) => ({ date: dateOf(day), ...numbers })),
});

const sourceAsJson = ({ address, polls, ...listed }: AdminSource) => ({
  ...listedAsJson(listed),
  address,
  polls,
});

const DAY_MS = 86_400_000;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
