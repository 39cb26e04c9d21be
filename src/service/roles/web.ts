import { setTimeout as sleep } from "node:timers/promises";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { createPublicationLog } from "../../adapters/store/publishing/publications.ts";
import type { Config } from "../../config/config.ts";
import type { PublicationRow } from "../../core/entries/publication.ts";
import { ok, type Result } from "../../core/result.ts";
import { createMetrics, type Metrics } from "../../http/api/metrics.ts";
import { type Audience, createAudience } from "../../http/clients/audience.ts";
import { createClientGate } from "../../http/clients/rate-limit-clients.ts";
import type { DocumentCache } from "../../http/feeds/documents.ts";
import { createLateListener } from "../../http/late-listener.ts";
import { createHttpServer, type HttpServer, type HttpServerDeps } from "../../http/server.ts";
import { sparing } from "../sparing.ts";
import { type DatabaseWatch, watchDatabase } from "../web/database-watch.ts";
import { followPublication } from "../web/follow-publication.ts";
import { noticingWrites } from "../web/noticing-writes.ts";
import type { Site, SiteOptions } from "../web/open-site.ts";
import { createServedFeeds, type ServedFeeds } from "../web/served-feeds.ts";

export type WebSide = {
  /** The address at which it listens. */
  readonly url: string;
  readonly reconfigure: (config: Config) => void;
  /** Stops accepting, finishes what is in flight. */
  readonly close: () => Promise<void>;
};

export type WebSideOptions = SiteOptions & { readonly config: Config };

/** `message` is a sentence. */
export type WebSideError = { readonly message: string };

type WebState = {
  readonly options: WebSideOptions;
  readonly opened: OpenDatabase;
  readonly watch: DatabaseWatch;
  config: Config;
  readonly feeds: ServedFeeds;
  readonly audience: Audience;
  readonly loading: PromiseWithResolvers<Site>;
  /** `null` while its modules are being loaded. */
  site: Site | null;
};

/** Readers of a page wait so long for a database that does not answer, in milliseconds; once, for then it is known. */
const PATIENCE_MS = 5_000;

/** Opens the web side. It serves feeds at once, and pages and all the rest as soon as their modules are loaded. */
export async function openWebSide(options: WebSideOptions): Promise<Result<WebSide, WebSideError>> {
  const database = databaseAt(options.config.database);
  const opened = await database.openReadOnly({ patienceMs: PATIENCE_MS, mayBeAway: true });
  if (!opened.ok) return opened;
  const state = begin(options, opened.value);
  const metrics = metricsOf(state);
  // Before it listens, so that the first reader finds every feed.
  const stopFollowing = await follow(state, metrics);
  const server = serverOf(state, metrics);
  const close = async (): Promise<void> => {
    const closeSite = async (): Promise<void> => state.site?.close();
    // A turn under way and requests in flight end at once: one after the other they could take more than 5 s.
    void state.site?.stopPublishing();
    // One after the other: requests in flight end before what they need is closed.
    for (const stop of [server.close, closeSite, stopFollowing, opened.value.close]) await stop();
  };
  const listening = await server.listen(options.config.server);
  if (!listening.ok) {
    await close();
    return listening;
  }
  try {
    await loadRest(state, metrics);
  } catch (cause) {
    await close();
    throw cause;
  }
  const { url } = listening.value;
  return ok({ url, reconfigure: (next) => reconfigure(state, next), close });
}

function begin(options: WebSideOptions, opened: OpenDatabase): WebState {
  const state: WebState = {
    options,
    opened,
    watch: watchDatabase(opened, (cause) => tellOfDatabase(options.log, cause)),
    config: options.config,
    feeds: createServedFeeds(() => state.config.feeds),
    audience: createAudience(Date.now),
    loading: Promise.withResolvers<Site>(),
    site: null,
  };
  return state;
}

function tellOfDatabase(log: WebSideOptions["log"], cause: unknown): void {
  if (cause === null) log.info({}, "the database answers again");
  else
    log.warn(
      { err: cause },
      "the database does not answer: readers are served what was published last",
    );
}

/** Readers that found nobody listening ask again now: they are answered before this thread is busy loading. */
const FIRST_READERS_MS = 50;

/** Most of the program does not serve feeds: it is loaded while feeds are served. */
async function loadRest(state: WebState, metrics: Metrics): Promise<void> {
  const { opened, watch, feeds, audience, options, loading } = state;
  await sleep(FIRST_READERS_MS);
  try {
    const { openSite } = await import("../web/open-site.ts");
    state.site = openSite({ config: () => state.config, opened, watch, feeds, audience, options });
    loading.resolve(state.site);
  } catch (cause) {
    loading.reject(cause);
    throw cause;
  }
  await metrics.collect();
}

function reconfigure(state: WebState, next: Config): void {
  state.config = next;
  state.feeds.serve();
  state.site?.onChange();
}

/** @returns how to stop it. */
const follow = (state: WebState, metrics: Metrics): Promise<() => Promise<void>> =>
  followPublication({
    log: createPublicationLog(state.opened.db),
    dataVersion: noticingWrites(
      () => state.watch.probe(state.opened.dataVersion),
      async () => state.site?.onWrite(),
    ),
    hear: databaseAt(state.config.database).hear,
    onDocument: state.feeds.take,
    onPublication(rows, isFirst) {
      for (const tookMs of isFirst ? [] : durationsOf(rows)) metrics.rebuilt(tookMs);
      state.site?.onChange();
      state.feeds.serve();
    },
    onProblem: sparing((err) => {
      if (state.watch.isAwayNow()) return; // that is told once
      state.options.log.error({ err }, "published documents could not be read");
    }),
  });

/** One duration for each rendered feed and turn. */
const durationsOf = (rows: readonly PublicationRow[]): readonly number[] => [
  ...new Map(
    rows
      .filter(({ etag }) => etag !== null)
      .map(({ feedId, at, tookMs }) => [`${feedId} ${at}`, tookMs]),
  ).values(),
];

const metricsOf = ({ feeds, loading, options }: WebState): Metrics =>
  createMetrics({
    state: async () => ({
      feeds: (await feeds.pages.all()).map(({ summary }) => summary),
      status: await (await loading.promise).status(),
    }),
    now: Date.now,
    onFailure: (err) => options.log.error({ err }, "metrics could not be collected"),
  });

function serverOf({ options, feeds, audience, loading }: WebState, metrics: Metrics): HttpServer {
  const { config, log } = options;
  const { rateLimit: requestsPerMinute, trustProxy } = config.server;
  return createHttpServer({
    cache: countingReaders(feeds.cache, audience),
    app: createLateListener(loading.promise.then(({ app }) => app)),
    metrics,
    gate: createClientGate({ requestsPerMinute, trustProxy }),
    onSocketError: ({ message }) => log.error({ message }, "the listening socket failed"),
  } satisfies HttpServerDeps);
}

const countingReaders = (
  cache: DocumentCache,
  audience: Audience,
): Pick<DocumentCache, "answer"> => ({
  answer(request, response) {
    audience.note(request);
    return cache.answer(request, response);
  },
});
