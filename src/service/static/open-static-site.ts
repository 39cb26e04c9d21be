import { createHash } from "node:crypto";
import { feedRenderers } from "../../adapters/feed-writer/feed-renderers.ts";
import { createConfigurationStore } from "../../adapters/store/configuration/configuration-store.ts";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { createArchiveStore } from "../../adapters/store/publishing/archive-store.ts";
import { createPageChanges } from "../../adapters/store/publishing/page-changes.ts";
import { createPublicationLog } from "../../adapters/store/publishing/publications.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import { uuidV5 } from "../../adapters/uuid.ts";
import type { Config } from "../../config/config.ts";
import type { ArchiveDocumentKey } from "../../core/entries/archive.ts";
import type { PublicationRow } from "../../core/entries/publication.ts";
import type { PublishStore } from "../../core/entries/publish-store.ts";
import { onceEach } from "../../core/once-each.ts";
import { ok } from "../../core/result.ts";
import { createFollower } from "../../deliver/follower.ts";
import { caddySnippet } from "../../deliver/static/servers/caddy.ts";
import { headersFile, redirectsFile } from "../../deliver/static/servers/headers-file.ts";
import { nginxSnippet } from "../../deliver/static/servers/nginx.ts";
import type { Extras, StaticSite } from "../../deliver/static/static-site.ts";
import { createApp } from "../../http/app.ts";
import { createInside, type Inside } from "../../http/ask-inside.ts";
import { createSamplePictures } from "../../http/assets/sample-pictures.ts";
import { renderArchivePage } from "../../publish/archives/archive-page.ts";
import { composeArticlePage } from "../../publish/pages/article-page.ts";
import type { PublishedSite } from "../../publish/pages/ports.ts";
import { programVersion } from "../program-version.ts";
import { publishOrderOf } from "../publishing/publish-order.ts";
import { pictureOf, publishedPages, timeZone } from "../web/published-pages.ts";
import { type ArchiveAnswer, createRecentArchives } from "../web/recent-archives.ts";
import { createServedFeeds, type ServedFeeds } from "../web/served-feeds.ts";
import { answerInAllCodings } from "./coded-answers.ts";
import { serverFacts } from "./server-facts.ts";
import { createStaticPaths, type StaticPaths } from "./static-paths.ts";
import { storedPictures } from "./stored-pictures.ts";

export type StaticSiteOptions = {
  readonly config: () => Config;
  /** Open for writing: when an archive document last changed is stored with its first rendering. */
  readonly opened: OpenDatabase;
  /** The absolute path of the folder; `null` for a target that no web server reads from. */
  readonly folder: string | null;
  /** A page could not be rendered. */
  readonly onFailure: (cause: unknown) => void;
};

/** The published site of a desk, as it answers readers, without a server. */
export type OpenStaticSite = { readonly site: StaticSite; readonly close: () => void };

export function openStaticSite(options: StaticSiteOptions): OpenStaticSite {
  const { config, opened, folder } = options;
  const store = createPublishStore(opened.db);
  const feeds = createServedFeeds(() => config().feeds);
  const inside = insideOf(options, store, feeds);
  const paths = createStaticPaths(config, createSamplePictures().names);
  const keyOf = onceEach(staticKey);
  const site: StaticSite = {
    ...paths,
    fixedPaths: paths.fixed,
    key: () => keyOf(config()),
    shownIn: async (feedId) =>
      (await feeds.pages.find(feedId))?.entries.map(({ articleId }) => articleId) ?? [],
    answer: (path) => answerInAllCodings(inside.ask, path),
    followFeeds: following(opened, feeds),
    isReady: feeds.isReady,
    changes: createPageChanges(opened.db),
    dataVersion: opened.dataVersion,
    extras: (withdrawn) => extraFiles({ config, paths, inside, folder }, withdrawn),
  };
  return { site, close: inside.close };
}

/** Differs where any page may differ, whatever its article. */
function staticKey(config: Config): string {
  const { key } = publishOrderOf(config, programVersion());
  const more = [config.sources.length, config.ingest.userAgent, timeZone()];
  return createHash("sha256")
    .update(JSON.stringify([key, more]))
    .digest("base64url");
}

function insideOf(
  { config, opened, onFailure }: StaticSiteOptions,
  store: PublishStore,
  feeds: ServedFeeds,
): Inside {
  const archives = createRecentArchives(
    (key) => renderArchive({ config, opened, store }, key),
    store.revision,
  );
  const published = {
    ...publishedPages(config, feeds, picturesOf(config, opened)),
    article: async (id: string) => composeArticlePage(await store.article(id), config()),
    archive: archives.find,
    status: () => Promise.reject(new Error("files have no status")),
  };
  const app = createApp(
    { published, logFailure: onFailure, isAway: opened.isAway },
    { trustProxy: 0, timeZone: timeZone() },
  );
  return createInside((request, response) => {
    if (!feeds.cache.answer(request, response)) app(request, response);
  });
}

const picturesOf = (
  config: () => Config,
  { db }: Pick<OpenDatabase, "db">,
): PublishedSite["picture"] =>
  databaseAt(config().database).isShared
    ? storedPictures(config, createConfigurationStore(db))
    : pictureOf(null);

type ArchiveParts = Pick<StaticSiteOptions, "config" | "opened"> & {
  readonly store: Pick<PublishStore, "instance">;
};

async function renderArchive(
  { config, opened, store }: ArchiveParts,
  key: ArchiveDocumentKey,
): Promise<ArchiveAnswer> {
  const { site, feeds } = config();
  const order = { site, feeds, instance: await store.instance() };
  const archive = createArchiveStore(opened.db);
  return ok(await renderArchivePage(key, order, { ...RENDERING, store: archive }));
}

/** A failure to store the date of a document is met again with its next rendering. */
const RENDERING = { renderers: feedRenderers, uuid: uuidV5, now: Date.now, onUnsaved: () => {} };

function following(
  { db, dataVersion }: Pick<OpenDatabase, "db" | "dataVersion">,
  feeds: ServedFeeds,
): StaticSite["followFeeds"] {
  const log = createPublicationLog(db);
  let taken: readonly PublicationRow[] = [];
  const { read } = createFollower({ after: log.after, dataVersion }, async (rows) => {
    for (const { feedId, name, etag, ...row } of rows) {
      const document = etag === null ? null : await log.document(feedId, name);
      feeds.take({ ...row, feedId, name }, document);
    }
    taken = rows;
  });
  return async () => {
    await read();
    feeds.serve(); // the configuration may be another one, too
    const feedIds = [...new Set(taken.map(({ feedId }) => feedId))];
    taken = [];
    return feedIds;
  };
}

type ExtraParts = {
  readonly config: () => Config;
  readonly paths: StaticPaths;
  readonly inside: Inside;
  readonly folder: string | null;
};

async function extraFiles(
  { config, paths, inside, folder }: ExtraParts,
  withdrawn: readonly string[],
): Promise<Extras> {
  const list = {
    name: ".offprint/withdrawn.txt",
    text: withdrawn.map((path) => `${path}\n`).join(""),
  };
  if (folder === null) return { files: [list], areAll: true };
  const facts = await serverFacts({ folder, siteUrl: config().site.url, paths, ask: inside.ask });
  if (facts === null) return { files: [list], areAll: false };
  const forServers = [
    { name: ".offprint/nginx.conf", text: nginxSnippet(facts) },
    { name: ".offprint/Caddyfile", text: caddySnippet(facts) },
    { name: "_headers", text: headersFile(facts) },
    { name: "_redirects", text: redirectsFile(facts) },
  ];
  return { files: [list, ...forServers], areAll: true };
}
