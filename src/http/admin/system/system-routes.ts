import express, { type Request, type Response, Router } from "express";
import { undoing } from "../../../core/orders/journal.ts";
import type { SiteDefinition } from "../../../core/settings/definitions.ts";
import type { AdminSite } from "../../../publish/pages/admin-page.ts";
import { wantsJson } from "../../api/order-answer.ts";
import { orderNumber } from "../../api/order-number.ts";
import type { ContextOf } from "../../layout/page-contexts.ts";
import { refuseMethod, type SendProblem } from "../../problems.ts";
import type { Renderer } from "../../renderer.ts";
import { formOf } from "../form.ts";
import { fromOwnPages } from "../from-own-pages.ts";
import { sendAdminPage, sendJson } from "../send-admin-page.ts";
import { tellOrder } from "../tell-order.ts";

export type SystemRoutesDeps = {
  readonly admin: Pick<AdminSite, "system" | "journalLine" | "order">;
  readonly site: () => SiteDefinition;
  readonly renderer: { readonly admin: Pick<Renderer["admin"], "system"> };
  readonly contextOf: ContextOf;
  readonly sendProblem: SendProblem;
};

const PATH = "/admin/system";
const BODY_BYTES = 1024;

/** `/admin/system`, also as JSON; `POST …/undo` takes an order of the journal back. */
export function systemRoutes(deps: SystemRoutesDeps): Router {
  const { admin, renderer, contextOf, sendProblem } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  router.get(PATH, async (request, response) => {
    const report = await admin.system();
    if (wantsJson(request)) return sendJson(request, response, report);
    const page = renderer.admin.system(report, { notice: null }, contextOf(request));
    return sendAdminPage(request, response, page);
  });
  const form = express.urlencoded({ extended: false, limit: BODY_BYTES });
  router.post(`${PATH}/undo`, fromOwnPages(deps), form, (request, response) =>
    undo(request, response, deps),
  );
  router.all(`${PATH}/undo`, refuseMethod(sendProblem, "POST"));
  return router;
}

async function undo(request: Request, response: Response, deps: SystemRoutesDeps): Promise<void> {
  const { admin, site, renderer, contextOf, sendProblem } = deps;
  const id = orderNumber(formOf(request)["id"]);
  const line = id === null ? null : await admin.journalLine(id);
  const order = line && undoing(line);
  if (order === null) return sendProblem(request, response, "not-found");
  const end = await admin.order(order);
  const report = await admin.system();
  return tellOrder(end, {
    request,
    response,
    site: site(),
    path: PATH,
    pageWith: (notice) => renderer.admin.system(report, { notice }, contextOf(request)),
  });
}
