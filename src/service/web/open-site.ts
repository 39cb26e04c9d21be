import type { RequestListener } from "node:http";
import { uptime } from "node:os";
import type { Log } from "../../adapters/log.ts";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createFilesLog } from "../../adapters/store/publishing/files-log.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import { createBackupLog } from "../../adapters/store/queues/backup-log.ts";
import { createLeases } from "../../adapters/store/queues/leases.ts";
import { createPassLog } from "../../adapters/store/queues/pass-log.ts";
import type { Config, ConfigProblem } from "../../config/config.ts";
import type { ToldFilesProblem } from "../../core/entries/files-problem.ts";
import { PUBLISHER } from "../../core/entries/publication.ts";
import { createApp } from "../../http/app.ts";
import type { Audience } from "../../http/clients/audience.ts";
import { composeArticlePage } from "../../publish/pages/article-page.ts";
import type { ArticlePage, StatusReport } from "../../publish/pages/page-model.ts";
import type { PublishedSite } from "../../publish/pages/ports.ts";
import { composeStatus, type StatusInput } from "../../publish/pages/status.ts";
import { createWebDesk, type WebDesk } from "../orders/web-desk.ts";
import { type SharedState, sharedStatus } from "../sharing/shared-state.ts";
import { createAdminSite } from "./admin-site.ts";
import { type ClockWatch, watchClock } from "./clock-watch.ts";
import type { DatabaseWatch } from "./database-watch.ts";
import { type LonePublishing, publishAlone } from "./publish-alone.ts";
import { pictureOf, publishedPages, timeZone } from "./published-pages.ts";
import { createRecentArchives, type RecentArchives, renderArchives } from "./recent-archives.ts";
import type { ServedFeeds } from "./served-feeds.ts";
import { createWebPool, type WebPool } from "./web-pool.ts";
import {
  backupWithoutFolder,
  filesWithoutFolder,
  nameless,
  noteWithoutFolder,
  problemWithoutFolder,
} from "./without-folder.ts";

export type SiteOptions = {
  readonly log: Log;
  /** What is wrong with the configuration file, and why articles are not being ingested: part of /status. */
  readonly configProblems: () => readonly ConfigProblem[];
  /** `null` where nodes share no configuration. */
  readonly shared: SharedState | null;
  readonly ingestProblem: () => string | null;
  /** Why this service does not keep the files of the site up. */
  readonly filesProblem: () => ToldFilesProblem | null;
  /** Whether no other process of this service publishes: the site then publishes itself when nobody else does. */
  readonly isAlone: boolean;
};

export type SiteParts = {
  readonly config: () => Config;
  readonly opened: OpenDatabase;
  readonly watch: DatabaseWatch;
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
  /** Says that something was written to the store, whether or not readers see it in a feed. */
  readonly onWrite: () => Promise<void>;
  /** Publishes nothing more; readers are still answered. */
  readonly stopPublishing: () => Promise<void>;
  /** Also stops publishing. */
  readonly close: () => Promise<void>;
};

/** Wires pages, archives, admin and status; counts readers; publishes when `isAlone`. */
export function openSite(parts: SiteParts): Site {
  const { config, opened, watch, audience, options } = parts;
  const { log } = options;
  const pool = createWebPool(config().database);
  const archives = archivesOf(parts, pool);
  const clock = watchClock(CLOCKS);
  const publishing = options.isAlone ? publishAlone(config, opened, log) : NOT_PUBLISHING;
  const published = publishedSite(parts, { archives, clock, publishing });
  const desk = createWebDesk(pool, log);
  const stopCounting = countReaders(audience, desk, watch);
  return {
    app: appOf(parts, published, desk),
    status: published.status,
    onChange: archives.forget,
    onWrite: archives.renew,
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

const archivesOf = ({ config, opened, watch, options }: SiteParts, pool: WebPool): RecentArchives =>
  createRecentArchives(
    renderArchives(
      pool,
      () => ({ site: config().site, feeds: config().feeds }),
      (cause) => options.log.error({ cause }, "an archive document could not be rendered"),
    ),
    () => revisionOf({ opened, watch }),
  );

/** `null` while the database does not answer. */
async function revisionOf({
  opened,
  watch,
}: Pick<SiteParts, "opened" | "watch">): Promise<number | null> {
  try {
    return await watch.ask(createPublishStore(opened.db).revision);
  } catch (cause) {
    if (watch.isAway(cause)) return null;
    throw cause;
  }
}

/** @returns how to stop it. */
function countReaders(audience: Audience, desk: WebDesk, watch: DatabaseWatch): () => void {
  const note = async (): Promise<void> => {
    if (!watch.isAwayNow()) await desk.noteAudience(audience.subscribers());
  };
  const counting = setInterval(() => void note(), AUDIENCE_MS);
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
  const { config, feeds, options } = parts;
  return {
    ...publishedPages(config, feeds, pictureOf(options.shared)),
    article: (id) => articleOf(id, parts),
    archive: archives.find,
    status: createStatus(parts, { clock, publishing }),
  };
}

/** From the documents of the feeds while the database does not answer: a withdrawn or an older article must then wait. */
async function articleOf(
  id: string,
  { config, opened, watch, feeds }: SiteParts,
): Promise<ArticlePage | null> {
  const stored = createPublishStore(opened.db);
  try {
    return composeArticlePage(await watch.ask(() => stored.article(id)), config());
  } catch (cause) {
    const carried = watch.isAway(cause) ? await feeds.article(id) : null;
    if (carried === null) throw cause;
    return carried;
  }
}

function createStatus(
  { config, opened, watch, feeds, options }: SiteParts,
  { clock, publishing }: Pick<ShownParts, "clock" | "publishing">,
): PublishedSite["status"] {
  const startedAt = Date.now();
  const look = lookOf(opened.db, options.isAlone);
  let last = NOT_LOOKED;
  const hidden = (text: string | null): string | null => nameless(text, config().database);
  return async () => {
    const database = await placeOf({ opened, watch }, async () => {
      last = await look();
    });
    return composeStatus({
      ...last,
      startedAt,
      ingestProblem: hidden(options.ingestProblem()),
      filesProblem: filesWithoutFolder(options.filesProblem(), config()),
      filesNotes: last.filesNotes.map((note) => noteWithoutFolder(note, config())),
      configProblems: options.configProblems().map(problemWithoutFolder),
      backup: backupWithoutFolder(last.backup, config()),
      configuration: options.shared === null ? null : sharedStatus(options.shared, Date.now()),
      database,
      clockJump: clock.jump(),
      isReady: feeds.isReady(),
      publishingProblem: hidden(publishing.problem()),
      now: Date.now(),
    });
  };
}

/** @returns how to look into the database. */
function lookOf(db: OpenDatabase["db"], isAlone: boolean): () => Promise<StoredStatus> {
  const store = createPublishStore(db);
  const passes = createPassLog(db);
  const files = createFilesLog(db);
  const leases = createLeases(db);
  const backups = createBackupLog(db);
  return async () => ({
    sources: await store.sources(),
    passes: await passes.all(),
    filesNotes: await files.all(),
    backup: await backups.load(),
    // A lone web process publishes whenever there is something to publish.
    publisherIdleMs: isAlone ? 0 : await leases.idleMs(PUBLISHER),
  });
}

/** Looks into the database where it answers. @returns what became of it. */
async function placeOf(
  { opened, watch }: Pick<SiteParts, "opened" | "watch">,
  look: () => Promise<void>,
): Promise<StatusInput["database"]> {
  const place = watch.isAwayNow() ? "unreachable" : await opened.place();
  if (place === "unreachable") return place;
  try {
    await watch.ask(look);
    return place;
  } catch (cause) {
    if (watch.isAway(cause)) return "unreachable";
    throw cause;
  }
}

/** What the database knows of it. */
type StoredStatus = Pick<
  StatusInput,
  "sources" | "passes" | "filesNotes" | "publisherIdleMs" | "backup"
>;

const NOT_LOOKED: StoredStatus = {
  sources: [],
  passes: [],
  filesNotes: [],
  publisherIdleMs: null,
  backup: { made: null, problem: null, schedule: null },
};

function appOf(
  { config, opened, watch, options }: SiteParts,
  published: PublishedSite,
  desk: WebDesk,
): RequestListener {
  const { log } = options;
  const { status } = published;
  return createApp(
    {
      published,
      admin: createAdminSite({
        config,
        db: opened.db,
        ask: watch.ask,
        status,
        desk,
        now: Date.now,
      }),
      isAway: watch.isAway,
      logFailure: (err, { method, path }) => log.error({ method, path, err }, "request failed"),
    },
    { trustProxy: config().server.trustProxy, timeZone: timeZone() },
  );
}
