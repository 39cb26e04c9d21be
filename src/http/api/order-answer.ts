import type { Request, Response } from "express";
import type { SiteDefinition } from "../../core/settings/definitions.ts";
import type { OrderEnd } from "../../publish/pages/admin-page.ts";
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

/** 503: the order may succeed later, such as when the disk has room again. 409: it will not. */
export const ORDER_STATUS = { done: 200, waiting: 202, refused: 409, failed: 503 } as const;

/** Tells a program what became of its order; a 202 gives the address to ask later as `Location` (RFC 9110 §15.3.3). */
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
/** Time for somebody to make room on the disk, or to start a process. */
const RECOVERY_SECONDS = 60;

/** The form in which programs get every other problem. */
const problemOf = (status: number, message: string) => ({
  error: { kind: "order-failed", status, message },
});
