import type { ArchiveDocumentKey } from "../../core/entries/archive.ts";
import type { PublishedDocument } from "../../core/entries/published.ts";
import type { Result } from "../../core/result.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";
import type { ArticlePage, FeedPage, FrontModel, StatusReport } from "./page-model.ts";

/** What the HTTP side asks of the rest of the service; wired in service/web/open-site.ts. */
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
  /** `null` when there is no such archive document, an error when it cannot be rendered, or read, now. */
  readonly archive: (
    key: ArchiveDocumentKey,
  ) => Promise<Result<PublishedDocument | null, "busy" | "away">>;
  /** The list of all public feeds, OPML 2.0. */
  readonly opml: () => string;
  /** The bytes of an icon or a logo; `null` when its file is gone. */
  readonly picture: (file: string) => Promise<Uint8Array | null>;
  /** As sent to publishers, for the page that explains it. */
  readonly userAgent: () => string;
  readonly status: () => Promise<StatusReport>;
  /** Whether feeds can be served. */
  readonly isReady: () => boolean;
};
