import type { Request, Response } from "express";
import type { SiteDefinition } from "../../core/settings/definitions.ts";
import type { OrderEnd } from "../../publish/admin-page.ts";
import { localHref } from "../layout/addresses.ts";
import { JSON_TYPE, send } from "../send.ts";

/** Programs that want JSON say so; browsers name HTML first. */
export const wantsJson = (request: Request): boolean =>
  request.accepts(["html", "json"]) === "json";

type Answering = {
  readonly request: Request;
  readonly response: Response;
  readonly site: SiteDefinition;
};

const STATUS = { done: 200, refused: 409, waiting: 202 } as const;

/** What became of an order, for a program: 202 says in `Location` where it is told later (RFC 9110 §15.3.3). */
export async function sendOrder(
  end: OrderEnd,
  { request, response, site }: Answering,
): Promise<void> {
  if (end.state === "waiting") {
    response.set("Location", localHref(site, `${site.url}/api/orders/${end.id}`));
    response.set("Retry-After", String(RETRY_SECONDS));
  }
  await send(request, response, {
    status: STATUS[end.state],
    mediaType: JSON_TYPE,
    text: JSON.stringify(end),
    cacheControl: "no-store",
    vary: ["Accept", "Authorization"],
  });
}

const RETRY_SECONDS = 2;
