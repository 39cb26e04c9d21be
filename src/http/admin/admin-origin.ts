import type { Request } from "express";
import type { SiteDefinition } from "../../core/settings/definitions.ts";

/**
 * Whether a request that changes something comes from our own pages. Browsers send a Basic password by themselves,
 * also with a form on another site; but they add Sec-Fetch-Site or Origin, which no page can forge. A client that
 * sends neither is no current browser: it must send the token as bearer, which no browser sends by itself.
 */
export function isFromOwnPage(request: Request, site: SiteDefinition): boolean {
  const fetchSite = request.get("sec-fetch-site");
  const origin = request.get("origin");
  if (fetchSite === undefined && origin === undefined) return isBearer(request);
  if (fetchSite !== undefined && fetchSite !== "same-origin") return false;
  return origin === undefined || isOwnOrigin(origin, request, site);
}

const isBearer = (request: Request): boolean =>
  /^bearer /i.test(request.get("authorization") ?? "");

/** Accepts the public address and the host of the request: operators also open a desk under localhost. */
function isOwnOrigin(origin: string, request: Request, site: SiteDefinition): boolean {
  if (!URL.canParse(origin)) return false; // "null": the page has no origin
  const { host } = new URL(origin);
  return origin === new URL(site.url).origin || host === request.host;
}
