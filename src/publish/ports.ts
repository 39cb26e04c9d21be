import type { FeedDefinition, SiteDefinition } from "../core/definitions.ts";
import type { ArticlePage, FeedPage, FrontModel, StatusReport } from "./page-model.ts";

/** What the HTTP side asks of the rest of the service; wired in commands/. */
export type PublishedSite = {
  /** A function, like `feeds`: both change when the configuration is reread. */
  readonly site: () => SiteDefinition;
  /** In the order of the configuration; the first one has the short addresses. */
  readonly feeds: () => readonly FeedDefinition[];
  readonly front: () => Promise<FrontModel>;
  /** `null` when there is no such feed. */
  readonly feedPage: (id: string) => Promise<FeedPage | null>;
  /** `null` when the id was never known. */
  readonly article: (id: string) => Promise<ArticlePage | null>;
  /** The list of all public feeds, OPML 2.0. */
  readonly opml: () => string;
  /** As sent to publishers, for the page that explains it. */
  readonly userAgent: () => string;
  readonly status: () => Promise<StatusReport>;
  /** Whether feeds can be served. */
  readonly isReady: () => boolean;
};
