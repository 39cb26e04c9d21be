import { Router } from "express";
import type { SiteDefinition } from "../../core/settings/definitions.ts";
import type { AdminSite } from "../../publish/pages/admin-page.ts";
import type { SendProblem } from "../problems.ts";
import { sendOrder } from "./order-answer.ts";
import { orderNumber } from "./order-number.ts";

export type OrderRoutesDeps = {
  readonly admin: Pick<AdminSite, "look">;
  readonly site: () => SiteDefinition;
  readonly sendProblem: SendProblem;
};

/** `/api/orders/:id`: what became of an order. The caller mounts it behind the token check. */
export function orderRoutes({ admin, site, sendProblem }: OrderRoutesDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get("/api/orders/:id", async (request, response) => {
    const id = orderNumber(request.params.id);
    const end = id === null ? null : await admin.look(id);
    if (end === null) return sendProblem(request, response, "not-found");
    return sendOrder(end, { request, response, site: site() });
  });
  return router;
}
