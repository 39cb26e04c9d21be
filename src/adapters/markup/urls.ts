import { withoutTracking } from "../../core/urls/canonical-url.ts";

/** Longest URL that is kept: the limit of what browsers and proxies carry reliably. */
const MAX_URL_LENGTH = 8192;

const LINK_PROTOCOLS: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:"]);
const WEB_PROTOCOLS: ReadonlySet<string> = new Set(["http:", "https:"]);

/** Absolute address for a link (http, https, mailto, tel) without tracking parameters, or `null`. */
export function linkUrl(raw: string | undefined, baseUrl: string | null): string | null {
  const written = stripControls(raw ?? "");
  // A bare "#" is a button in disguise.
  const url = written === "" || written === "#" ? null : absolute(written, baseUrl, LINK_PROTOCOLS);
  return url === null ? null : withoutTracking(url);
}

/** Absolute http(s) address of an image, a frame or a file, or `null`. */
export function webUrl(raw: string | undefined, baseUrl: string | null): string | null {
  const written = stripControls(raw ?? "");
  return written === "" ? null : absolute(written, baseUrl, WEB_PROTOCOLS);
}

/** Browsers ignore tabs, line breaks and leading controls in a URL, so `java\nscript:` is one word. */
const stripControls = (raw: string): string => raw.replace(/\p{Cc}/gu, "").trim();

function absolute(
  written: string,
  baseUrl: string | null,
  protocols: ReadonlySet<string>,
): string | null {
  if (written.length > MAX_URL_LENGTH) return null;
  const url = URL.parse(written, baseUrl ?? undefined);
  if (!url || !protocols.has(url.protocol)) return null;
  return url.href.length > MAX_URL_LENGTH ? null : url.href;
}
