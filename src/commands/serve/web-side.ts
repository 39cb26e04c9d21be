import { renderOpml } from "../../adapters/feed-writer/opml.ts";
import type { Log } from "../../adapters/log.ts";
import { openReadOnly } from "../../adapters/store/open-database.ts";
import { createPassLog } from "../../adapters/store/pass-log.ts";
import { createPublishStore } from "../../adapters/store/publish-store.ts";
import type { Config } from "../../config/config.ts";
import { feedUrls } from "../../core/addresses.ts";
import type { PublishedDocument } from "../../core/published.ts";
import type { Result } from "../../core/result.ts";
import { createApp } from "../../http/app.ts";
import { createDocumentCache } from "../../http/documents.ts";
import type { LogFailure } from "../../http/problems.ts";
import { createHttpServer } from "../../http/server.ts";
import { composeArticlePage } from "../../publish/article-page.ts";
import { composeFront } from "../../publish/front-page.ts";
import type { FeedPage } from "../../publish/page-model.ts";
import type { PublishedSite } from "../../publish/ports.ts";
import type { Publication } from "../../publish/publish-feeds.ts";
import { composeStatus } from "../../publish/status.ts";
import { startRenderer } from "./renderer.ts";

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
  /** Why articles are not being taken in, or `null`; part of /status. */
  readonly ingestProblem: () => string | null;
};

/** A sentence. */
export type WebSideError = { readonly message: string };

/** Opens and wires what answers readers: document cache, Express, read-only store, renderer. */
export async function openWebSide({
  config,
  log,
  ingestProblem,
}: WebSideOptions): Promise<Result<WebSide, WebSideError>> {
  const opened = openReadOnly(config.database);
  if (!opened.ok) return opened;
  const { db } = opened.value;
  const store = createPublishStore(db);
  const passes = createPassLog(db);
  const cache = createDocumentCache();
  const documents = new Map<string, PublishedDocument>();
  let pages: readonly FeedPage[] | null = null;
  let settings = config;

  const published: PublishedSite = {
    site: () => settings.site,
    feeds: () => settings.feeds,
    front: async () => composeFront(pages ?? [], settings.sources.length),
    feedPage: async (id) => pages?.find(({ summary }) => summary.feed.id === id) ?? null,
    article: async (id) => composeArticlePage(await store.article(id), settings.site),
    opml: () => opmlOf(settings),
    userAgent: () => settings.ingest.userAgent,
    status: async () =>
      composeStatus({
        sources: await store.sources(),
        lastPass: await passes.last(),
        ingestProblem: ingestProblem(),
        isReady: pages !== null,
        now: Date.now(),
      }),
    isReady: () => pages !== null,
  };
  const logFailure: LogFailure = (failure, { method, path }) =>
    log.error({ method, path, err: failure }, "request failed");
  const { trustProxy } = config.server;
  const app = createApp({ published, logFailure }, { trustProxy, timeZone: timeZone() });
  const server = createHttpServer({
    cache,
    app,
    onSocketError: ({ message }) => log.error({ message }, "socket failed"),
  });
  const listening = await server.listen(config.server);
  if (!listening.ok) {
    await opened.value.close();
    return listening;
  }
  const renderer = startRenderer({
    database: config.database,
    order: { site: config.site, feeds: config.feeds },
    log,
    onPublication: (publication) => {
      takeIn(publication, documents);
      cache.replace([...documents.values()]);
      pages = publication.pages;
    },
  });
  return {
    ok: true,
    value: {
      url: listening.value.url,
      reconfigure(next) {
        settings = next;
        renderer.order({ site: next.site, feeds: next.feeds });
      },
      async close() {
        await server.close();
        await renderer.close();
        await opened.value.close();
      },
    },
  };
}

function takeIn({ changed, paths }: Publication, documents: Map<string, PublishedDocument>): void {
  for (const document of changed) documents.set(document.path, document);
  const served = new Set(paths);
  for (const path of documents.keys()) if (!served.has(path)) documents.delete(path);
}

const opmlOf = ({ site, feeds }: Config): string =>
  renderOpml(
    site,
    feeds.map((feed) => ({ feed, urls: feedUrls(site.url, feed.id) })),
  );

/** Set by TZ, else the machine's; the pages say which zone their times are in. */
const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
