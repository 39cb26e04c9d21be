import { uptime } from "node:os";
import { basename, dirname } from "node:path";
import { renderOpml } from "../../adapters/feed-writer/opml.ts";
import type { Log } from "../../adapters/log.ts";
import { type OpenDatabase, openReadOnly } from "../../adapters/store/open-database.ts";
import { createPassLog } from "../../adapters/store/pass-log.ts";
import { createPublishStore } from "../../adapters/store/publish-store.ts";
import { type Config, type ConfigProblem, describeProblem } from "../../config/config.ts";
import { feedUrls } from "../../core/addresses.ts";
import { withoutFolders } from "../../core/public-address.ts";
import type { PublishedDocument } from "../../core/published.ts";
import { ok, type Result } from "../../core/result.ts";
import { createApp } from "../../http/app.ts";
import { type Audience, createAudience } from "../../http/audience.ts";
import { createDocumentCache, type DocumentCache } from "../../http/documents.ts";
import { createMetrics, type Metrics } from "../../http/metrics.ts";
import { createClientGate } from "../../http/rate-limit-clients.ts";
import { createHttpServer, type HttpServer, type HttpServerDeps } from "../../http/server.ts";
import { composeArticlePage } from "../../publish/article-page.ts";
import { composeFront } from "../../publish/front-page.ts";
import type { PublishedSite } from "../../publish/ports.ts";
import { composeStatus } from "../../publish/status.ts";
import { createWebDesk, type WebDesk } from "../orders/web-desk.ts";
import type { PublishedChange, PublishOrder } from "../publishing/publishing-worker.ts";
import { startRenderer } from "../publishing/renderer.ts";
import { createAdminSite } from "../web/admin-site.ts";
import { type ClockWatch, watchClock } from "../web/clock-watch.ts";
import { createFeedPages, type FeedPages } from "../web/feed-pages.ts";
import { createRecentArchives, type RecentArchives } from "../web/recent-archives.ts";

export type WebSide = {
  /** Where it listens. */
  readonly url: string;
  readonly reconfigure: (config: Config) => void;
  /** Stops accepting, finishes what is in flight. */
  readonly close: () => Promise<void>;
};

export type WebSideOptions = {
  readonly config: Config;
  readonly log: Log;
  /** What is wrong with the configuration's file, and why articles are not being taken in: part of /status. */
  readonly configProblems: () => readonly ConfigProblem[];
  readonly ingestProblem: () => string | null;
};

/** A sentence. */
export type WebSideError = { readonly message: string };

/** Opens and wires what answers readers: document cache, Express, read-only store, renderer. */
export async function openWebSide(options: WebSideOptions): Promise<Result<WebSide, WebSideError>> {
  const { config, log } = options;
  const opened = openReadOnly(config.database);
  if (!opened.ok) return opened;
  const state: State = { config, pages: createFeedPages(), documents: new Map() };
  const cache = createDocumentCache();
  const audience = createAudience(Date.now);
  const archives = createRecentArchives((key) => renderer.archive(key));
  const clock = watchClock(CLOCKS);
  const published = publishedSite(state, { opened: opened.value, clock, archives, options });
  const metrics = metricsOf(state, published, log);
  const desk = createWebDesk(config.database, log);
  const app = appOf(state, { db: opened.value.db, published, desk, options });
  const server = serverFor(options, { cache: countingReaders(cache, audience), app, metrics });
  const listening = await server.listen(config.server);
  if (!listening.ok) {
    await opened.value.close();
    return listening;
  }
  const renderer = startRenderer({
    ...{ database: config.database, log, order: orderOf(config) },
    onPublication(change) {
      metrics.rebuilt(change.tookMs);
      takeIn(change, state);
      archives.forget();
      cache.replace([...state.documents.values()]);
    },
  });
  const stopCounting = countReaders(audience, desk);
  return ok({
    url: listening.value.url,
    reconfigure: (next) => renderer.order(orderOf(takeOver(state, next))),
    async close() {
      clock.stop();
      stopCounting();
      await closeAll([server, renderer, desk, opened.value]);
    },
  });
}

/** One after the other: what is in flight is finished before what it needs is gone. */
async function closeAll(parts: readonly { readonly close: () => Promise<void> }[]): Promise<void> {
  for (const part of parts) await part.close();
}

/** @returns how to stop it. */
function countReaders(audience: Audience, desk: WebDesk): () => void {
  const counting = setInterval(() => desk.noteAudience(audience.subscribers()), AUDIENCE_MS);
  return () => clearInterval(counting);
}

/** How often it is noted how many people read the feeds. */
const AUDIENCE_MS = 60_000;
const CLOCKS = { now: Date.now, upMs: () => 1000 * uptime() };

/** Pages and lists follow at once, documents when they are rendered. */
function takeOver(state: State, config: Config): Config {
  state.config = config;
  return config;
}

const orderOf = ({ site, feeds }: Config): PublishOrder => ({ site, feeds });

const countingReaders = (
  cache: DocumentCache,
  audience: Audience,
): Pick<DocumentCache, "answer"> => ({
  answer(request, response) {
    audience.note(request);
    return cache.answer(request, response);
  },
});

/** What changes while it runs. */
type State = {
  config: Config;
  readonly pages: FeedPages;
  readonly documents: Map<string, PublishedDocument>;
};

type SiteParts = {
  readonly opened: OpenDatabase;
  readonly clock: ClockWatch;
  readonly archives: RecentArchives;
  readonly options: WebSideOptions;
};

function publishedSite(
  state: State,
  { opened, clock, archives, options }: SiteParts,
): PublishedSite {
  const store = createPublishStore(opened.db);
  const passes = createPassLog(opened.db);
  const startedAt = Date.now();
  return {
    site: () => state.config.site,
    feeds: () => state.config.feeds,
    front: async () => composeFront(state.pages.all(), state.config.sources.length),
    feedPage: async (id) => state.pages.find(id),
    article: async (id) => composeArticlePage(await store.article(id), state.config),
    archive: archives.find,
    opml: () => opmlOf(state.config),
    userAgent: () => state.config.ingest.userAgent,
    status: async () =>
      composeStatus({
        sources: await store.sources(),
        lastPass: await passes.last(),
        startedAt,
        ingestProblem: withoutFolder(options.ingestProblem(), options.config.database),
        configProblems: options.configProblems().map(problemWithoutFolder),
        database: opened.place(),
        clockJump: clock.jump(),
        isReady: state.pages.isReady(),
        now: Date.now(),
      }),
    isReady: state.pages.isReady,
  };
}

/** Everybody may read /status. The file's own folder may have blanks in its name. */
function withoutFolder<Text extends string | null>(text: Text, file: string): string | Text {
  return text === null ? text : withoutFolders(text.replaceAll(`${dirname(file)}/`, ""));
}

const problemWithoutFolder = (problem: ConfigProblem): string =>
  withoutFolder(describeProblem({ ...problem, file: basename(problem.file) }), problem.file);

const metricsOf = (state: State, published: PublishedSite, log: Log): Metrics =>
  createMetrics({
    state: async () => ({
      feeds: state.pages.summaries(),
      status: await published.status(),
    }),
    now: Date.now,
    onFailure: (err) => log.error({ err }, "metrics could not be collected"),
  });

type AppParts = {
  readonly db: OpenDatabase["db"];
  readonly published: PublishedSite;
  readonly desk: WebDesk;
  readonly options: WebSideOptions;
};

function appOf(state: State, { db, published, desk, options }: AppParts): HttpServerDeps["app"] {
  const { config, log } = options;
  const { status } = published;
  return createApp(
    {
      published,
      admin: createAdminSite({ config: () => state.config, db, status, desk }),
      logFailure: (err, { method, path }) => log.error({ method, path, err }, "request failed"),
    },
    { trustProxy: config.server.trustProxy, timeZone: timeZone() },
  );
}

/** Set by TZ, else the machine's; the pages say which zone their times are in. */
const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

type ServerParts = Pick<HttpServerDeps, "cache" | "app" | "metrics">;

function serverFor({ config, log }: WebSideOptions, parts: ServerParts): HttpServer {
  const { rateLimit: requestsPerMinute, trustProxy } = config.server;
  return createHttpServer({
    ...parts,
    gate: createClientGate({ requestsPerMinute, trustProxy }),
    onSocketError: ({ message }) => log.error({ message }, "socket failed"),
  });
}

function takeIn({ changed, paths, pages }: PublishedChange, state: State): void {
  for (const document of changed) state.documents.set(document.path, document);
  const served = new Set(paths);
  for (const path of state.documents.keys()) if (!served.has(path)) state.documents.delete(path);
  state.pages.takeIn(pages);
}

const opmlOf = ({ site, feeds }: Config): string =>
  renderOpml(
    site,
    feeds.map((feed) => ({ feed, urls: feedUrls(site.url, feed.id) })),
  );
