import { type Request, type Response, Router } from "express";
import type { ArchiveDocumentKey } from "../../core/entries/archive.ts";
import { FORMATS } from "../../core/entries/formats.ts";
import type { PublishedDocument } from "../../core/entries/published.ts";
import type { PublishedSite } from "../../publish/pages/ports.ts";
import { AWAY_SECONDS, type SendProblem } from "../problems.ts";
import { createDocumentCache } from "./documents.ts";
import type { CachePolicy } from "./prepared-document.ts";

export type ArchiveRoutesDeps = {
  readonly published: Pick<PublishedSite, "archive">;
  readonly sendProblem: SendProblem;
};

/** Only a withdrawal changes an archive document, and it must reach everybody within the hour. */
export const ARCHIVE_CACHE: CachePolicy = {
  maxAgeSeconds: 3600,
  staleWhileRevalidateSeconds: 0,
  staleIfErrorSeconds: 86_400,
};

/** The archive documents of the feeds (RFC 5005 §4): `/feeds/:id/archive/N.atom`, `.rss` and `.json`. */
export function archiveRoutes({ published, sendProblem }: ArchiveRoutesDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const serve = createServing();
  router.all("/feeds/:id/archive/:file", async (request, response, next) => {
    const key = keyOf(request.params);
    if (key === null) return next();
    const found = await published.archive(key);
    if (!found.ok) {
      const { problem, seconds } = LATER[found.error];
      response.set("Retry-After", String(seconds));
      return sendProblem(request, response, problem);
    }
    if (found.value === null || !serve(found.value, request, response)) return next();
  });
  return router;
}

/** When to come back for what cannot be answered now, and what is told. */
const LATER = {
  busy: { problem: "starting", seconds: 5 },
  away: { problem: "away", seconds: AWAY_SECONDS },
} as const;
const FEED_ID = /^[a-z0-9-]{1,100}$/;
const FILE = /^([1-9]\d{0,8})\.([a-z]+)$/;

function keyOf({ id = "", file = "" }: Record<string, string>): ArchiveDocumentKey | null {
  const [, page, extension] = FILE.exec(file) ?? [];
  const format = FORMATS.find((name) => name === extension);
  if (!FEED_ID.test(id) || page === undefined || format === undefined) return null;
  return { feedId: id, page: Number(page), format };
}

/** Answers as for a feed: conditional requests, codings and HEAD are handled in one place. */
function createServing() {
  const cache = createDocumentCache(ARCHIVE_CACHE);
  return (document: PublishedDocument, request: Request, response: Response): boolean => {
    if (cache.get(document.path) !== document) cache.replace([document]);
    return cache.answer(request, response);
  };
}
