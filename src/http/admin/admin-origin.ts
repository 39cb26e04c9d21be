import type { Request } from "express";
import type { SiteDefinition } from "../../core/settings/definitions.ts";

/**
 * Whether a request that changes something comes from our own pages. Browsers send a Basic password by
 * themselves, also for a form on somebody else's page: but they say where from, and no page can change that. Who
 * says nothing is no browser of today, and must send the token as bearer, which none sends by itself.
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

/** The public address, or the name that was asked: a desk is also looked at under localhost. */
function isOwnOrigin(origin: string, request: Request, site: SiteDefinition): boolean {
  if (!URL.canParse(origin)) return false; // "null", of a page without an origin
  const { host } = new URL(origin);
  return origin === new URL(site.url).origin || host === request.host;
}
