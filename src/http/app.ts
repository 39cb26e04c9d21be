import express, { type Express } from "express";
import type { AdminSite } from "../publish/pages/admin-page.ts";
import type { PublishedSite } from "../publish/pages/ports.ts";
import { adminRoutes } from "./admin/admin-routes.ts";
import { healthRoutes } from "./api/health-routes.ts";
import { createAssets } from "./assets/asset-routes.ts";
import { createSamplePictures } from "./assets/sample-pictures.ts";
import { archiveRoutes } from "./feeds/archive-routes.ts";
import { listRoutes } from "./feeds/list-routes.ts";
import { createContexts } from "./layout/page-contexts.ts";
import { pageRoutes } from "./pages/page-routes.ts";
import {
  answerFailures,
  awaitFirstFeeds,
  createSendProblem,
  type LogFailure,
  refuseMalformedTargets,
  refuseTheRest,
} from "./problems.ts";
import { createRenderer } from "./renderer.ts";
import { securityHeaders } from "./security-headers.ts";

export type AppDeps = {
  readonly published: PublishedSite;
  /** Absent: there are no admin pages. */
  readonly admin?: AdminSite;
  /** Called once for each request that failed here. */
  readonly logFailure: LogFailure;
  /** Whether an error says that the database does not answer now. */
  readonly isAway: (error: unknown) => boolean;
};

export type AppOptions = {
  /** Number of proxies in front, whose `X-Forwarded-*` headers count. */
  readonly trustProxy: number;
  /** IANA name of the zone in which pages give times; they say which. */
  readonly timeZone: string;
};

export const DEFAULT_APP_OPTIONS: AppOptions = { trustProxy: 0, timeZone: "UTC" };

/** Serves everything except prepared documents: pages, lists, health, assets. */
export function createApp(
  { published, admin, logFailure, isAway }: AppDeps,
  options: AppOptions = DEFAULT_APP_OPTIONS,
): Express {
  const renderer = createRenderer();
  const assets = createAssets(published);
  const samples = createSamplePictures();
  const contextOf = createContexts({
    published,
    timeZone: options.timeZone,
    styleHref: assets.styleHref,
    samplePicture: samples.pathOf,
  });
  const sendProblem = createSendProblem(renderer, contextOf);
  const { site } = published;
  const { trustProxy } = options;
  const pages = { renderer, contextOf, sendProblem };

  return express()
    .disable("x-powered-by")
    .disable("etag") // send.ts makes its own
    .set("trust proxy", options.trustProxy)
    .set("query parser", "simple")
    .use(securityHeaders(published.site))
    .use(refuseMalformedTargets(sendProblem))
    .use(healthRoutes(published))
    .use(assets.router)
    .use(samples.router)
    .use(listRoutes(published))
    .use(admin ? adminRoutes({ ...pages, admin, site, trustProxy }) : express.Router())
    .use(awaitFirstFeeds(sendProblem, published.isReady))
    .use(archiveRoutes({ published, sendProblem }))
    .use(pageRoutes({ ...pages, published }))
    .use(refuseTheRest(sendProblem))
    .use(answerFailures({ sendProblem, log: logFailure, isAway }));
}
