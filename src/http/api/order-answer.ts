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

/** 503 for what may be done another time, such as when the disk is full no more; 409 for what will not. */
export const ORDER_STATUS = { done: 200, waiting: 202, refused: 409, failed: 503 } as const;

/** What became of an order, for a program: 202 says in `Location` where it is told later (RFC 9110 §15.3.3). */
export async function sendOrder(
  end: OrderEnd,
  { request, response, site }: Answering,
): Promise<void> {
  const status = ORDER_STATUS[end.state];
  if (end.state === "waiting") {
    response.set("Location", localHref(site, `${site.url}/api/orders/${end.id}`));
    response.set("Retry-After", String(RETRY_SECONDS));
  }
  if (end.state === "failed") response.set("Retry-After", String(RECOVERY_SECONDS));
  await send(request, response, {
    status,
    mediaType: JSON_TYPE,
    text: JSON.stringify(end.state === "failed" ? problemOf(status, end.reason) : end),
    cacheControl: "no-store",
    vary: ["Accept", "Authorization"],
  });
}

const RETRY_SECONDS = 2;
/** Somebody has to make room on the disk, or start a process. */
const RECOVERY_SECONDS = 60;

/** As every other problem is told to programs. */
const problemOf = (status: number, message: string) => ({
  error: { kind: "order-failed", status, message },
});
