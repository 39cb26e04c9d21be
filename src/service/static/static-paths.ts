import { archivePath, articlePath, feedPagePath, feedPath } from "../../core/entries/addresses.ts";
import { ALIASES, FORMATS } from "../../core/entries/formats.ts";
import { SAMPLE_PICTURES } from "../../core/media/sample-picture.ts";
import { TDM_FILE_PATH } from "../../core/pages/tdm-file.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";
import type { StaticSite } from "../../deliver/static/static-site.ts";

/** The public addresses of a site, as paths below its own. */
export type StaticPaths = Pick<
  StaticSite,
  "feedIds" | "feedPaths" | "archivePaths" | "articlePath" | "articleOf"
> & { readonly fixed: StaticSite["fixedPaths"] };

export type SiteDefinitions = {
  readonly site: SiteDefinition;
  readonly feeds: readonly FeedDefinition[];
};

/** The path below which a site is served, without a slash at its end; empty for none. */
export const sitePrefix = (siteUrl: string): string => new URL(siteUrl).pathname.replace(/\/$/, "");

/** @param samples names of the pictures of the samples. */
export const createStaticPaths = (
  current: () => SiteDefinitions,
  samples: readonly string[],
): StaticPaths => ({
  feedIds: () => current().feeds.map(({ id }) => id),
  fixed: () => [...SITE_PATHS, ...brandPaths(current()), ...samples.map(samplePath)],
  feedPaths: (feedId) => [
    ...FORMATS.map((format) => feedPath(feedId, format)),
    feedPagePath(feedId),
    ...(current().feeds[0]?.id === feedId ? FORMATS.map((format) => ALIASES[format]) : []),
  ],
  archivePaths: (feedId, page) => FORMATS.map((format) => archivePath(feedId, page, format)),
  articlePath,
  articleOf: (path) => /^\/articles\/([A-Za-z0-9_-]+)$/.exec(path)?.[1] ?? null,
});

const SITE_PATHS = [
  ...["/", "/about", "/feeds.opml", "/robots.txt", TDM_FILE_PATH],
  ...["/style.css", "/favicon.svg", "/favicon.ico", "/apple-touch-icon.png"],
];

const samplePath = (name: string): string => SAMPLE_PICTURES + name;

/** The operator's pictures that this service serves. */
function brandPaths({ site, feeds }: SiteDefinitions): readonly string[] {
  const paths = [site, ...feeds]
    .flatMap(({ branding }) => [branding.icon, branding.logo])
    .flatMap((picture) => (picture?.file ? [picture.url.slice(site.url.length)] : []));
  return [...new Set(paths)];
}
