import type { RequestListener } from "node:http";
import { uptime } from "node:os";
import { basename, dirname } from "node:path";
import { renderOpml } from "../../adapters/feed-writer/opml.ts";
import type { Log } from "../../adapters/log.ts";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import { createLeases } from "../../adapters/store/queues/leases.ts";
import { createPassLog } from "../../adapters/store/queues/pass-log.ts";
import { type Config, type ConfigProblem, describeProblem } from "../../config/config.ts";
import { feedUrls } from "../../core/entries/addresses.ts";
import { PUBLISHER } from "../../core/entries/publication.ts";
import { withoutFolders } from "../../core/urls/public-address.ts";
import { createApp } from "../../http/app.ts";
import type { Audience } from "../../http/clients/audience.ts";
import { composeArticlePage } from "../../publish/pages/article-page.ts";
import { composeFront } from "../../publish/pages/front-page.ts";
import type { StatusReport } from "../../publish/pages/page-model.ts";
import type { PublishedSite } from "../../publish/pages/ports.ts";
import { composeStatus, type StatusInput } from "../../publish/pages/status.ts";
import { createWebDesk, type WebDesk } from "../orders/web-desk.ts";
import { createAdminSite } from "./admin-site.ts";
import { type ClockWatch, watchClock } from "./clock-watch.ts";
import { type LonePublishing, publishAlone } from "./publish-alone.ts";
import { createRecentArchives, type RecentArchives, renderArchives } from "./recent-archives.ts";
import type { ServedFeeds } from "./served-feeds.ts";
import { createWebPool, type WebPool } from "./web-pool.ts";

export type SiteOptions = {
  readonly log: Log;
  /** What is wrong with the configuration file, and why articles are not being ingested: part of /status. */
  readonly configProblems: () => readonly ConfigProblem[];
  readonly ingestProblem: () => string | null;
  /** Whether no other process of this service publishes: the site then publishes itself when nobody else does. */
  readonly isAlone: boolean;
};

export type SiteParts = {
  readonly config: () => Config;
  readonly opened: OpenDatabase;
  readonly feeds: ServedFeeds;
  readonly audience: Audience;
  readonly options: SiteOptions;
};

/** Serves everything except prepared documents, and does the other work of a web process. */
export type Site = {
  readonly app: RequestListener;
  readonly status: () => Promise<StatusReport>;
  /** Says that something was published or that the configuration changed. */
  readonly onChange: () => void;
  /** Publishes nothing more; readers are still answered. */
  readonly stopPublishing: () => Promise<void>;
  /** Also stops publishing. */
  readonly close: () => Promise<void>;
};

/** Wires pages, archives, admin and status; counts readers; publishes when `isAlone`. */
export function openSite(parts: SiteParts): Site {
  const { config, opened, audience, options } = parts;
  const { log } = options;
  const pool = createWebPool(config().database);
  const archives = archivesOf(parts, pool);
  const clock = watchClock(CLOCKS);
  const publishing = options.isAlone ? publishAlone(config, opened, log) : NOT_PUBLISHING;
  const published = publishedSite(parts, { archives, clock, publishing });
  const desk = createWebDesk(pool, log);
  const stopCounting = countReaders(audience, desk);
  return {
    app: appOf(parts, published, desk),
    status: published.status,
    onChange: archives.forget,
    stopPublishing: publishing.stop,
    async close() {
      clock.stop();
      stopCounting();
      await publishing.stop();
      await pool.close();
    },
  };
}

const CLOCKS = { now: Date.now, upMs: () => 1000 * uptime() };
const NOT_PUBLISHING: LonePublishing = { problem: () => null, stop: async () => {} };

const archivesOf = ({ config, opened, options }: SiteParts, pool: WebPool): RecentArchives =>
  createRecentArchives(
    renderArchives(
      pool,
      () => ({ site: config().site, feeds: config().feeds }),
      (cause) => options.log.error({ cause }, "an archive document could not be rendered"),
    ),
    createPublishStore(opened.db).revision,
  );

/** @returns how to stop it. */
function countReaders(audience: Audience, desk: WebDesk): () => void {
  const counting = setInterval(() => void desk.noteAudience(audience.subscribers()), AUDIENCE_MS);
  return () => clearInterval(counting);
}

/** How often the number of readers is stored. */
const AUDIENCE_MS = 60_000;

type ShownParts = {
  readonly archives: RecentArchives;
  readonly clock: ClockWatch;
  readonly publishing: LonePublishing;
};

function publishedSite(
  parts: SiteParts,
  { archives, clock, publishing }: ShownParts,
): PublishedSite {
  const { config, opened, feeds } = parts;
  const store = createPublishStore(opened.db);
  return {
    site: () => config().site,
    feeds: () => config().feeds,
    front: async () => composeFront(await feeds.pages.all(), config().sources.length),
    feedPage: feeds.pages.find,
    article: async (id) => composeArticlePage(await store.article(id), config()),
    archive: archives.find,
    opml: () => opmlOf(config()),
    userAgent: () => config().ingest.userAgent,
    status: createStatus(parts, { clock, publishing }),
    isReady: feeds.isReady,
  };
}

function createStatus(
  { config, opened, feeds, options }: SiteParts,
  { clock, publishing }: Pick<ShownParts, "clock" | "publishing">,
): PublishedSite["status"] {
  const store = createPublishStore(opened.db);
  const passes = createPassLog(opened.db);
  const leases = createLeases(opened.db);
  const startedAt = Date.now();
  const look = async (): Promise<StoredStatus> => ({
    sources: await store.sources(),
    lastPass: await passes.last(),
    // A lone web process publishes whenever there is something to publish.
    publisherIdleMs: options.isAlone ? 0 : await leases.idleMs(PUBLISHER),
  });
  let last: StoredStatus = { sources: [], lastPass: null, publisherIdleMs: null };
  const hidden = (text: string | null): string | null =>
    withoutFolder(text, config().database.name);
  return async () => {
    const database = await opened.place();
    if (database !== "unreachable") last = await look();
    return composeStatus({
      ...last,
      startedAt,
      ingestProblem: hidden(options.ingestProblem()),
      configProblems: options.configProblems().map(problemWithoutFolder),
      database,
      clockJump: clock.jump(),
      isReady: feeds.isReady(),
      publishingProblem: hidden(publishing.problem()),
      now: Date.now(),
    });
  };
}

/** What the database knows of it. */
type StoredStatus = Pick<StatusInput, "sources" | "lastPass" | "publisherIdleMs">;

/** Removes the folder of the file from a text: everybody may read /status. A folder's name may have blanks. */
function withoutFolder<Text extends string | null>(text: Text, file: string): string | Text {
  return text === null ? text : withoutFolders(text.replaceAll(`${dirname(file)}/`, ""));
}

const problemWithoutFolder = (problem: ConfigProblem): string =>
  withoutFolder(describeProblem({ ...problem, file: basename(problem.file) }), problem.file);

function appOf(
  { config, opened, options }: SiteParts,
  published: PublishedSite,
  desk: WebDesk,
): RequestListener {
  const { log } = options;
  const { status } = published;
  return createApp(
    {
      published,
      admin: createAdminSite({ config, db: opened.db, status, desk }),
      logFailure: (err, { method, path }) => log.error({ method, path, err }, "request failed"),
    },
    { trustProxy: config().server.trustProxy, timeZone: timeZone() },
  );
}

/** The zone that TZ sets, else the machine's; pages say in which zone their times are. */
const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const opmlOf = ({ site, feeds }: Config): string =>
  renderOpml(
    site,
    feeds.map((feed) => ({ feed, urls: feedUrls(site.url, feed.id) })),
  );
