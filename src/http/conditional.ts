import type { IncomingHttpHeaders } from "node:http";

/** The validators of the document that we would send now. */
export type CurrentValidators = {
  /**
   * Every entity tag under which the document is current, quotes included and without `W/`: one for each
   * content coding. A reader may have stored any of them and ask for another coding.
   */
  readonly etags: readonly string[];
  /** `Last-Modified` as we send it; `null` when there is none. */
  readonly lastModified: string | null;
};

/**
 * Whether a conditional GET may be answered with 304 (RFC 9110 §13.2.2: an entity tag, when the
 * reader sent one, decides alone).
 *
 * Not Express's `req.fresh`: it calls every request with `Cache-Control: no-cache` stale, and
 * Node's `fetch` adds that header to every conditional request (nodejs/undici#1930), so readers
 * written in Node would download the whole feed on each poll.
 */
export function isNotModified(headers: IncomingHttpHeaders, current: CurrentValidators): boolean {
  const ifNoneMatch = headers["if-none-match"];
  if (ifNoneMatch !== undefined) return matchesOne(ifNoneMatch, current.etags);
  const ifModifiedSince = headers["if-modified-since"];
  if (ifModifiedSince === undefined || current.lastModified === null) return false;
  return isSince(ifModifiedSince, current.lastModified);
}

function matchesOne(ifNoneMatch: string, etags: readonly string[]): boolean {
  if (etags.includes(ifNoneMatch)) return true; // the usual request, without taking the list apart
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((tag) => etags.includes(opaque(tag.trim())));
}

/** Weak comparison (RFC 9110 §8.8.3.2): a proxy that compresses may have turned `"a"` into `W/"a"`. */
const opaque = (etag: string): string => (etag.startsWith("W/") ? etag.slice(2) : etag);

/** Accepts an equal string, too: a reader that echoes what we sent is right, whatever its clock or parser. */
function isSince(ifModifiedSince: string, lastModified: string): boolean {
  if (ifModifiedSince === lastModified) return true;
  const since = parseHttpDate(ifModifiedSince);
  return since !== null && Date.parse(lastModified) <= since;
}

/**
 * The three forms of RFC 9110 §5.6.7; `null` for anything else, which a server must ignore.
 * `Date.parse` alone would read "1" as the year 2001 and an asctime date as local time.
 */
export function parseHttpDate(value: string): number | null {
  const [text = ""] = value.split(";"); // old Netscape clients append "; length=…"
  const date = text.trim();
  const isGmt = date.endsWith(" GMT");
  if (!isGmt && !ASCTIME.test(date)) return null;
  if (!WEEKDAY.test(date)) return null;
  const at = Date.parse(isGmt ? date : `${date} GMT`);
  return Number.isNaN(at) ? null : at;
}

const WEEKDAY = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? /;
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;
