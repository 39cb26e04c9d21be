import { type Request, type Response, Router } from "express";
import type { PublishedSite } from "../../publish/pages/ports.ts";
import { feedAddresses } from "../layout/addresses.ts";
import type { ContextOf } from "../layout/page-contexts.ts";
import type { SendProblem } from "../problems.ts";
import type { Renderer } from "../renderer.ts";
import { HTML, PAGE_CACHE, send } from "../send.ts";

export type PageRoutesDeps = {
  readonly published: Pick<PublishedSite, "front" | "feedPage" | "article" | "userAgent">;
  readonly renderer: Renderer;
  readonly contextOf: ContextOf;
  readonly sendProblem: SendProblem;
};

/** The pages for people: `/`, `/feeds/:id`, `/articles/:id`, `/about`. */
export function pageRoutes(deps: PageRoutesDeps): Router {
  const { published, renderer, contextOf, sendProblem } = deps;
  const router = Router({ caseSensitive: true, strict: true });

  router.get("/", async (request, response) => {
    const context = contextOf(request);
    await sendPage(request, response, renderer.front(await published.front(), context));
  });

  router.get("/about", async (request, response) => {
    const page = renderer.about(published.userAgent(), contextOf(request));
    await sendPage(request, response, page);
  });

  router.get("/feeds/:id", async (request, response, next) => {
    const { id } = request.params;
    const model = FEED_ID.test(id) ? await published.feedPage(id) : null;
    if (model === null) return next();
    const context = contextOf(request);
    response.set("Link", linkHeader(feedAddresses(context.site, model.summary.feed)));
    return sendPage(request, response, renderer.feed(model, context));
  });

  router.get("/articles/:id", async (request, response, next) => {
    const { id } = request.params;
    const article = ARTICLE_ID.test(id) ? await published.article(id) : null;
    if (article === null) return next();
    if (article.kind === "withdrawn") return sendProblem(request, response, article);
    return sendPage(request, response, renderer.article(article, contextOf(request)));
  });

  return router;
}

/** Feed ids as the configuration allows them; bounded, because the store looks them up. */
const FEED_ID = /^[a-z0-9-]{1,100}$/;
const ARTICLE_ID = /^[A-Za-z0-9_-]{1,100}$/;

const sendPage = (request: Request, response: Response, text: string): Promise<void> =>
  send(request, response, {
    mediaType: HTML,
    text,
    cacheControl: PAGE_CACHE,
    vary: ["Accept-Language"],
  });

/** A reader that gets the address of the page finds the feed without parsing HTML (RFC 8288). */
const linkHeader = (addresses: ReturnType<typeof feedAddresses>): string =>
  addresses
    .map(({ url, type }) => `<${new URL(url).href}>; rel="alternate"; type="${type}"`)
    .join(", ");
