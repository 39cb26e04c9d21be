/** Characters that the WHATWG serializer leaves as they are but RFC 3986 §2 does not allow. */
const NOT_IN_A_URI = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/g;
const STRAY_PERCENT = /%(?![0-9A-Fa-f]{2})/g;

/** An absolute http(s) URL in characters that every XML and feed tool accepts, or `null`. Idempotent. */
export function cleanUrl(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  if (parsed === null || !["http:", "https:"].includes(parsed.protocol)) return null;
  const end = parsed.href.indexOf("/", parsed.protocol.length + 2); // a parsed URL has a path
  return parsed.href.slice(0, end) + cleanTail(parsed.href.slice(end));
}

/** Path, query and fragment. Square brackets belong to IPv6 hosts only, a second `#` nowhere (RFC 3986 §3). */
function cleanTail(tail: string): string {
  const [before = "", ...fragment] = tail
    .replace(NOT_IN_A_URI, encodeURIComponent)
    .replace(STRAY_PERCENT, "%25")
    .replaceAll("[", "%5B")
    .replaceAll("]", "%5D")
    .split("#");
  return fragment.length === 0 ? before : `${before}#${fragment.join("%23")}`;
}
