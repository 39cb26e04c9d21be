import { Router } from "express";
import type { PublishedSite } from "../../publish/pages/ports.ts";
import { OPML, PAGE_CACHE, PLAIN_TEXT, send } from "../send.ts";

/** What programs read about the site as a whole: `/feeds.opml`, `/robots.txt`. */
export function listRoutes(published: Pick<PublishedSite, "opml">): Router {
  const router = Router({ caseSensitive: true, strict: true });

  router.get("/feeds.opml", async (request, response) => {
    response.set("Access-Control-Allow-Origin", "*");
    const body = { mediaType: OPML, text: published.opml(), cacheControl: PAGE_CACHE };
    await send(request, response, body);
  });

  router.get("/robots.txt", async (request, response) => {
    const body = { mediaType: PLAIN_TEXT, text: ROBOTS, cacheControl: "public, max-age=3600" };
    await send(request, response, body);
  });

  return router;
}

/** Article pages are not listed: those of other houses say `noindex`, which a crawler must be able to read. */
const ROBOTS = "User-agent: *\nDisallow: /admin\nDisallow: /status\n";
