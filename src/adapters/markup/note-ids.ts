import { createHash } from "node:crypto";

/**
 * The ids that links of a text lead to: notes and the places that they belong to. Each gets a prefix of its article,
 * because readers show many articles on one page. Other ids have no use and are dropped.
 */
export type NoteIds = {
  /** The id under which an element is published; `null` when nothing leads to it. */
  readonly idOf: (id: string | undefined) => string | null;
  /** The id that a link leads to; `null` when it leads to another document, or to nothing. */
  readonly targetOf: (href: string | undefined) => string | null;
};

const NONE: NoteIds = { idOf: () => null, targetOf: () => null };

export function noteIdsIn(html: string, baseUrl: string | null): NoteIds {
  // Few texts have an id, and looking for one is cheaper than reading addresses.
  if (!html.includes("#") || !MAY_HAVE_ID.test(html)) return NONE;
  const fragmentOf = fragmentsWithin(baseUrl);
  const wanted = new Set(valuesOf(html, HREF).flatMap((href) => fragmentOf(href) ?? []));
  if (wanted.size === 0) return NONE;
  const present = new Set(valuesOf(html, ID).filter((id) => wanted.has(id)));
  if (present.size === 0) return NONE;
  const prefix = `n-${createHash("sha256")
    .update(baseUrl ?? "")
    .digest("hex")
    .slice(0, 6)}-`;
  const named = (id: string): string => (PREFIXED.test(id) ? id : prefix + id);
  return {
    idOf: (id) => (id !== undefined && present.has(id) ? named(id) : null),
    targetOf: (href) => {
      const id = fragmentOf(href ?? "");
      return id !== null && present.has(id) ? named(id) : null;
    },
  };
}

/** An id that got its prefix in an earlier reading. */
const PREFIXED = /^n-[0-9a-f]{6}-./;

const VALUE = `\\s*=\\s*(?:"([^"]{0,8192})"|'([^']{0,8192})'|([^\\s"'>]{1,8192}))`;
const MAY_HAVE_ID = /\s(?:id|name)\s*=/i;
const HREF = new RegExp(`\\shref${VALUE}`, "gi");
const ID = new RegExp(`\\s(?:id|name)${VALUE}`, "gi");

const valuesOf = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, double, single, bare]) => double ?? single ?? bare ?? "");

/** Visible characters that need no escaping in HTML or in an address. */
const PLAIN_ID = /^[^\s"'<>&#%]{1,100}$/;

function fragmentsWithin(baseUrl: string | null): (href: string) => string | null {
  const document = withoutFragment(URL.parse(baseUrl ?? ""));
  return (href) => {
    const hash = href.indexOf("#");
    if (hash < 0) return null;
    const id = href.slice(hash + 1);
    const isHere =
      href.slice(0, hash).trim() === "" ||
      (document !== null && withoutFragment(URL.parse(href, baseUrl ?? undefined)) === document);
    return isHere && PLAIN_ID.test(id) ? id : null;
  };
}

const withoutFragment = (url: URL | null): string | null =>
  url?.href.slice(0, url.href.length - url.hash.length) ?? null;
