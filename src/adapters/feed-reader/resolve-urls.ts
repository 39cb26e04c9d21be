import { LAZY_SETS, LAZY_SOURCES } from "../markup/images.ts";
import { decodeReferences, readMarkup } from "../markup/xml-events.ts";
import { escapeAttribute } from "./plain-text.ts";

/** A longer address is a mistake or an attack; browsers stop at a few thousand characters too. */
const MAX_URL_LENGTH = 64_000;
/** A longer base is ignored: it would be repeated with every address under it. */
const MAX_BASE_LENGTH = 2_000;

/** An address made absolute. Returned as written, trimmed, when it is absolute already or there is no usable base. */
export function absoluteUrl(address: string, base: string | null): string {
  const written = address.trim();
  if (base === null || base.length > MAX_BASE_LENGTH) return written;
  if (written.length > MAX_URL_LENGTH || HAS_SCHEME.test(written)) return written;
  return URL.parse(written, base)?.href ?? written;
}

const HAS_SCHEME = /^[a-z][a-z0-9+.-]{1,30}:/i;

/** Attributes of HTML that hold one address (HTML §4, longdesc and background of HTML 4, and what scripts read). */
const ADDRESSES = new Set([
  ...LAZY_SOURCES,
  "href",
  "src",
  "cite",
  "poster",
  "action",
  "data",
  "longdesc",
  "background",
]);

const SETS = new Set(LAZY_SETS);

/** Whether an attribute might hold a relative address; else the markup is not tokenised. Looks around each equals sign. */
function mayBeRelative(html: string): boolean {
  for (let at = html.indexOf("="); at >= 0; at = html.indexOf("=", at + 1)) {
    RELATIVE.lastIndex = at;
    if (RELATIVE.test(html)) return true;
  }
  return false;
}

const RELATIVE =
  /(?<=(?:href|src|srcset|cite|poster|action|data|longdesc|background|data-[a-z-]{2,20})\s{0,9})=\s{0,9}["']?\s{0,9}(?!https?:|mailto:|data:|#|[\s"'])/iy;

const MAX_ATTRIBUTES = 200;

/**
 * Makes the addresses in an HTML fragment absolute and leaves everything else as it is. Addresses are relative to
 * `documentBase`, or to the first `<base href>` of the fragment (some publishers copy it along with a page), which is
 * itself relative to `documentBase` (HTML §4.2.3).
 */
export function resolveHtml(html: string, documentBase: string | null): string {
  if (!mayBeRelative(html)) return html;
  const base = declaredBase(html, documentBase) ?? documentBase;
  if (base === null) return html;
  let result = "";
  let from = 0;
  readMarkup(
    html,
    {
      onOpen: (_name, attributes) => {
        for (const { name, value, start, end } of attributes) {
          const written = decodeReferences(value);
          const resolved = resolveAttribute(name.toLowerCase(), written, base);
          if (resolved === written || start < 0) continue;
          result += html.slice(from, start) + escapeAttribute(resolved);
          from = end;
        }
      },
    },
    { dialect: "html", maxAttributes: MAX_ATTRIBUTES },
  );
  return result + html.slice(from);
}

function declaredBase(html: string, documentBase: string | null): string | null {
  if (!/<base\s/i.test(html)) return null;
  let found: string | null = null;
  readMarkup(
    html,
    {
      onOpen: (name, attributes) => {
        if (found !== null || name.toLowerCase() !== "base") return;
        const href = attributes.find((attribute) => attribute.name.toLowerCase() === "href");
        if (href) found = absoluteUrl(decodeReferences(href.value), documentBase);
      },
    },
    { dialect: "html", maxAttributes: MAX_ATTRIBUTES },
  );
  return found !== null && /^https?:\/\//i.test(found) ? found : null;
}

/** The value of one attribute of HTML with its addresses made absolute. */
export function resolveAttribute(name: string, value: string, base: string | null): string {
  if (base === null) return value;
  if (SETS.has(name)) return resolveCandidates(value, base);
  // `#note` points into the same text, wherever that is shown.
  if (!ADDRESSES.has(name) || value.startsWith("#") || value.trim() === "") return value;
  return absoluteUrl(value, base);
}

/** HTML §4.8.4.2.1: candidates are separated by commas, an address ends at white space. */
function resolveCandidates(value: string, base: string): string {
  return value
    .split(/,\s+/)
    .map((candidate) => {
      const [address = "", ...descriptor] = candidate.trim().split(/\s+/);
      return [absoluteUrl(address, base), ...descriptor].join(" ");
    })
    .join(", ");
}
