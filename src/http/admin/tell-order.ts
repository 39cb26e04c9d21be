import type { Request, Response } from "express";
import type { SiteDefinition } from "../../core/settings/definitions.ts";
import type { OrderEnd } from "../../publish/pages/admin-page.ts";
import { ORDER_STATUS, sendOrder, wantsJson } from "../api/order-answer.ts";
import { localHref } from "../layout/addresses.ts";
import type { OrderNotice } from "./order-notice.ts";
import { sendAdminPage } from "./send-admin-page.ts";

export type TellOrderOptions = {
  readonly request: Request;
  readonly response: Response;
  readonly site: SiteDefinition;
  /** The page that the order was given on, below the site's address. */
  readonly path: string;
  readonly pageWith: (notice: OrderNotice) => string;
};

/** Answers programs with the result; brings people back to the page, with the reason when the order is not done. */
export async function tellOrder(end: OrderEnd, options: TellOrderOptions): Promise<void> {
  const { request, response, site, path, pageWith } = options;
  if (wantsJson(request)) return sendOrder(end, { request, response, site });
  if (end.state === "done") {
    response.redirect(303, localHref(site, site.url + path));
    return;
  }
  const notice = end.state === "waiting" ? NOT_YET : { text: end.reason, isFailure: true };
  await sendAdminPage(request, response, pageWith(notice), ORDER_STATUS[end.state]);
}

const NOT_YET: OrderNotice = {
  text: "it is ordered, and not done yet: look again in a moment",
  isFailure: false,
};
