import { uptime } from "node:os";
import { basename, dirname } from "node:path";
import { renderOpml } from "../../adapters/feed-writer/opml.ts";
import type { Log } from "../../adapters/log.ts";
import {
  type OpenDatabase,
  openReadOnly,
} from "../../adapters/store/engine/sqlite/open-database.ts";
import { createPublicationLog } from "../../adapters/store/publishing/publications.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import { createLeases } from "../../adapters/store/queues/leases.ts";
import { createPassLog } from "../../adapters/store/queues/pass-log.ts";
import { type Config, type ConfigProblem, describeProblem } from "../../config/config.ts";
import { feedUrls } from "../../core/entries/addresses.ts";
import { PUBLISHER, type PublicationRow } from "../../core/entries/publication.ts";
import { ok, type Result } from "../../core/result.ts";
import { withoutFolders } from "../../core/urls/public-address.ts";
import { createMetrics, type Metrics } from "../../http/api/metrics.ts";
import { createApp } from "../../http/app.ts";
import { type Audience, createAudience } from "../../http/clients/audience.ts";
import { createClientGate } from "../../http/clients/rate-limit-clients.ts";
import { createDocumentCache, type DocumentCache } from "../../http/feeds/documents.ts";
import { createHttpServer, type HttpServer, type HttpServerDeps } from "../../http/server.ts";
import { composeArticlePage } from "../../publish/article-page.ts";
import { composeFront } from "../../publish/front-page.ts";
import type { PublishedSite } from "../../publish/ports.ts";
import { composeStatus } from "../../publish/status.ts";
import { createWebDesk, type WebDesk } from "../orders/web-desk.ts";
import { createAdminSite } from "../web/admin-site.ts";
import { type ClockWatch, watchClock } from "../web/clock-watch.ts";
import { createFeedPages, type FeedPages } from "../web/feed-pages.ts";
import { followPublication } from "../web/follow-publication.ts";
import { publishAlone } from "../web/publish-alone.ts";
import { createPublishedDocuments, type PublishedDocuments } from "../web/published-documents.ts";
import {
  createRecentArchives,
  type RecentArchives,
  renderArchives,
} from "../web/recent-archives.ts";
import { createWebPool, type WebPool } from "../web/web-pool.ts";

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
  /** No other process of this service publishes: it publishes itself what nobody else does. */
  readonly isAlone: boolean;
};

/** A sentence. */
export type WebSideError = { readonly message: string };

/** Opens and wires what answers readers: what is published, document cache, Express, read-only store. */
export async function openWebSide(options: WebSideOptions): Promise<Result<WebSide, WebSideError>> {
  const { config, log } = options;
  const opened = openReadOnly(config.database);
  if (!opened.ok) return opened;
  const state = begin(config);
  const pool = createWebPool(config.database);
  const archives = archivesOf(state, pool, { db: opened.value.db, log });
  const clock = watchClock(CLOCKS);
  const published = publishedSite(state, { opened: opened.value, clock, archives, options });
  const metrics = metricsOf(state, published, log);
  // Before it listens: the first reader finds everything there.
  const stopFollowing = await follow(state, { opened: opened.value, metrics, archives, log });
  const stopPublishing = options.isAlone ? publishAlone(state, opened.value, log) : () => {};
  const desk = createWebDesk(pool, log);
  const app = appOf(state, { db: opened.value.db, published, desk, options });
  const audience = createAudience(Date.now);
  const cache = countingReaders(state.cache, audience);
  const server = serverFor(options, { cache, app, metrics });
  const stopCounting = countReaders(audience, desk);
  const close = async (): Promise<void> => {
    const answering = [clock.stop, stopCounting, server.close];
    // One after the other: what is in flight is finished before what it needs is gone.
    const stops = [...answering, stopPublishing, stopFollowing, pool.close, opened.value.close];
    for (const stop of stops) await stop();
  };
  const listening = await server.listen(config.server);
  if (!listening.ok) {
    await close();
    return listening;
  }
  return ok({
    url: listening.value.url,
    reconfigure(next) {
      state.config = next;
      serveDocuments(state);
      archives.forget();
    },
    close,
  });
}

/** What changes while it runs. */
type State = {
  config: Config;
  readonly pages: FeedPages;
  readonly documents: PublishedDocuments;
  readonly cache: DocumentCache;
  /** Every feed was there once: one that is added later keeps nobody from the others. */
  isReady: boolean;
};

function serveDocuments(state: State): void {
  const { documents, cache, config } = state;
  cache.replace(documents.of(config.feeds));
  state.isReady ||= documents.hasAll(config.feeds);
}

function begin(config: Config): State {
  const state: State = {
    config,
    pages: createFeedPages(() => state.config.feeds),
    documents: createPublishedDocuments(),
    cache: createDocumentCache(),
    isReady: false,
  };
  return state;
}

const archivesOf = (
  state: State,
  pool: WebPool,
  { db, log }: { readonly db: OpenDatabase["db"]; readonly log: Log },
): RecentArchives =>
  createRecentArchives(
    renderArchives(
      pool,
      () => ({ site: state.config.site, feeds: state.config.feeds }),
      (cause) => log.error({ cause }, "an archive document could not be rendered"),
    ),
    createPublishStore(db).revision,
  );

type Following = {
  readonly opened: OpenDatabase;
  readonly metrics: Metrics;
  readonly archives: RecentArchives;
  readonly log: Log;
};

/** @returns how to stop it. */
const follow = (
  state: State,
  { opened, metrics, archives, log }: Following,
): Promise<() => Promise<void>> =>
  followPublication({
    log: createPublicationLog(opened.db),
    dataVersion: opened.dataVersion,
    onDocument({ feedId, name }, document) {
      if (name === "page") state.pages.take(feedId, document?.br ?? null);
      else state.documents.take(feedId, name, document);
    },
    onPublication(rows, isFirst) {
      for (const tookMs of isFirst ? [] : durationsOf(rows)) metrics.rebuilt(tookMs);
      archives.forget();
      serveDocuments(state);
    },
    onProblem: (err) => log.error({ err }, "what is published could not be read"),
  });

/** One for each feed that was rendered, and turn. */
const durationsOf = (rows: readonly PublicationRow[]): readonly number[] => [
  ...new Map(
    rows
      .filter(({ etag }) => etag !== null)
      .map(({ feedId, at, tookMs }) => [`${feedId} ${at}`, tookMs]),
  ).values(),
];

/** @returns how to stop it. */
function countReaders(audience: Audience, desk: WebDesk): () => void {
  const counting = setInterval(() => void desk.noteAudience(audience.subscribers()), AUDIENCE_MS);
  return () => clearInterval(counting);
}

/** How often it is noted how many people read the feeds. */
const AUDIENCE_MS = 60_000;
const CLOCKS = { now: Date.now, upMs: () => 1000 * uptime() };

const countingReaders = (
  cache: DocumentCache,
  audience: Audience,
): Pick<DocumentCache, "answer"> => ({
  answer(request, response) {
    audience.note(request);
    return cache.answer(request, response);
  },
});

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
  const leases = createLeases(opened.db);
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
        isReady: state.isReady,
        // Alone, it publishes when there is something to publish.
        publisherIdleMs: options.isAlone ? 0 : await leases.idleMs(PUBLISHER),
        now: Date.now(),
      }),
    isReady: () => state.isReady,
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
      feeds: state.pages.all().map(({ summary }) => summary),
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

const opmlOf = ({ site, feeds }: Config): string =>
  renderOpml(
    site,
    feeds.map((feed) => ({ feed, urls: feedUrls(site.url, feed.id) })),
  );
