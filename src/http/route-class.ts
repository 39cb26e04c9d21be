import { FORMATS } from "../core/entries/formats.ts";

/** The class of a request, for metrics: a short list of our own, whatever paths clients invent. */
export type RouteClass =
  | "feed"
  | "archive"
  | "feed-page"
  | "article"
  | "front"
  | "health"
  | "metrics"
  | "admin"
  | "asset"
  | "other";

const EXACT = new Map<string, RouteClass>([
  ["/", "front"],
  ["/rss.xml", "feed"],
  ["/atom.xml", "feed"],
  ["/feed.json", "feed"],
  ["/healthz", "health"],
  ["/readyz", "health"],
  ["/status", "health"],
  ["/metrics", "metrics"],
  ["/admin", "admin"],
  ["/style.css", "asset"],
  ["/favicon.svg", "asset"],
  ["/favicon.ico", "asset"],
]);

/** By the path alone: a feed that is not there is still a request for a feed. */
export function routeClass(url: string): RouteClass {
  const query = url.indexOf("?");
  const path = query === -1 ? url : url.slice(0, query);
  if (path.startsWith("/feeds/")) return feedClass(path);
  if (path.startsWith("/articles/")) return "article";
  return EXACT.get(path) ?? (isAdmin(path) ? "admin" : "other");
}

const isAdmin = (path: string): boolean =>
  path.startsWith("/admin/") || path.startsWith("/api/orders/");

function feedClass(path: string): RouteClass {
  if (path.includes("/archive/")) return "archive";
  return FORMATS.some((format) => path.endsWith(`.${format}`)) ? "feed" : "feed-page";
}
