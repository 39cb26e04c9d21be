import type { Validators } from "../../core/sources/feed.ts";
import type { Freshness } from "../../core/sources/fetched.ts";

/** Response headers as undici gives them: names in lower case, a list where a name came twice. */
export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** One header's value; several of one name are one list (RFC 9110 §5.2). */
export function headerValue(headers: ResponseHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(", ") : value) ?? null;
}

/** The validators as sent, for they are opaque. */
export function validatorsOf(headers: ResponseHeaders): Validators {
  return {
    etag: headerValue(headers, "etag"),
    lastModified: headerValue(headers, "last-modified"),
  };
}

/** `Cache-Control: max-age`, else `Expires` minus `Date` (else `now`); an `Expires` that is no date is past (RFC 9111 §5.3). */
export function freshnessOf(headers: ResponseHeaders, now: number): Freshness {
  const maxAge = maxAgeSeconds(headerValue(headers, "cache-control") ?? "");
  if (maxAge !== null) return { maxAgeMs: maxAge * 1000 };
  const expires = headerValue(headers, "expires");
  if (expires === null) return { maxAgeMs: null };
  const expiresAt = instant(expires) ?? 0;
  const sentAt = instant(headerValue(headers, "date") ?? "") ?? now;
  return { maxAgeMs: Math.max(0, expiresAt - sentAt) };
}

/** Clocks of several machines may differ by this much. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** Whether `Date` (with `Age`, where a cache answered: RFC 9111 §5.1) is about now. */
export function confirmsClock(headers: ResponseHeaders, now: number): boolean {
  const sentAt = instant(headerValue(headers, "date") ?? "");
  const ageMs = 1000 * Number(/^\d{1,9}$/.exec(headerValue(headers, "age") ?? "0")?.[0] ?? 0);
  return sentAt !== null && Math.abs(sentAt + ageMs - now) <= CLOCK_TOLERANCE_MS;
}

function maxAgeSeconds(cacheControl: string): number | null {
  for (const directive of cacheControl.split(",")) {
    const match = /^max-age="?(\d{1,15})"?$/i.exec(directive.trim());
    if (match) return Number(match[1]);
  }
  return null;
}

/** `Retry-After` in milliseconds from `now`: seconds or an HTTP date (RFC 9110 §10.2.3); `null` when neither. */
export function retryAfterMs(headers: ResponseHeaders, now: number): number | null {
  const value = headerValue(headers, "retry-after")?.trim() ?? "";
  if (/^\d{1,15}$/.test(value)) return Number(value) * 1000;
  const at = instant(value);
  return at === null ? null : Math.max(0, at - now);
}

/**
 * An HTTP date in Unix milliseconds; `null` for what is none, such as the "0" of many `Expires`.
 * Without a zone (asctime) it is UTC (RFC 9110 §5.6.7), which `Date.parse` takes for local time.
 */
function instant(value: string): number | null {
  if (!/^[A-Za-z]{3,9}[ ,]/.test(value)) return null;
  const hasZone = /(?:[A-Za-z]{3}|[+-]\d{4})\s*$/.test(value);
  const parsed = Date.parse(hasZone ? value : `${value} GMT`);
  return Number.isNaN(parsed) ? null : parsed;
}
