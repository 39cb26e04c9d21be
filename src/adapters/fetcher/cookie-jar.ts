import { isIP } from "node:net";

/** Cookies of one chain of redirects: some publishers set one and send the reader back to see whether it comes. */
export type CookieJar = {
  /** Takes in what an answer from `url` sets. */
  readonly store: (url: URL, setCookies: readonly string[]) => void;
  /** Value of the `Cookie` header for a request; empty for none. */
  readonly header: (url: URL) => string;
};

type Cookie = {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  /** Only for `domain` itself. */
  readonly isHostOnly: boolean;
  readonly path: string;
  readonly isSecure: boolean;
};

const MAX_COOKIES = 50;
const MAX_LENGTH = 4_096;

/** RFC 6265 §5. The jar lives for one chain only, so a cookie that expires later than now does not expire in it. */
export function createCookieJar(now: () => number): CookieJar {
  const cookies = new Map<string, Cookie>();
  return {
    store(url, setCookies) {
      for (const text of setCookies) {
        const cookie = parseCookie(text, url);
        if (cookie === null) continue;
        const key = `${cookie.domain}\n${cookie.path}\n${cookie.name}`;
        cookies.delete(key);
        if (!isEnded(text, now()) && cookies.size < MAX_COOKIES) cookies.set(key, cookie);
      }
    },
    header: (url) =>
      cookies.size === 0
        ? ""
        : [...cookies.values()]
            .filter((cookie) => isFor(cookie, url))
            .map(({ name, value }) => `${name}=${value}`)
            .join("; "),
  };
}

/** `null` for what is no cookie, and for one that another host would get. */
function parseCookie(text: string, url: URL): Cookie | null {
  const [pair = ""] = text.split(";", 1);
  const [, name = "", value = ""] =
    /^\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*([\x21-\x3a\x3c-\x7e]*)\s*$/.exec(pair) ?? [];
  if (name === "" || text.length > MAX_LENGTH) return null;
  const domain = attribute(text, "domain")?.replace(/^\./, "").toLowerCase() ?? "";
  if (domain !== "" && !isWithin(url.hostname, domain)) return null;
  const path = attribute(text, "path") ?? "";
  return {
    name,
    value,
    domain: domain === "" ? url.hostname : domain,
    isHostOnly: domain === "",
    path: path.startsWith("/") ? path : folderOf(url.pathname),
    isSecure: /;\s*secure\s*(?:;|$)/i.test(text),
  };
}

/** RFC 6265 §5.1.4. */
const folderOf = (pathname: string): string => pathname.slice(0, pathname.lastIndexOf("/")) || "/";

const attribute = (text: string, name: string): string | null =>
  new RegExp(`;\\s*${name}\\s*=\\s*([^;]*)`, "i").exec(text)?.[1]?.trim() ?? null;

/** Servers delete a cookie so. What is no number or no date counts as not said (RFC 6265 §5.2.1, §5.2.2). */
function isEnded(text: string, now: number): boolean {
  const maxAge = attribute(text, "max-age") ?? "";
  if (/^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0;
  return new Date(attribute(text, "expires") ?? "invalid").getTime() <= now;
}

function isFor({ domain, isHostOnly, path, isSecure }: Cookie, url: URL): boolean {
  if (isHostOnly ? url.hostname !== domain : !isWithin(url.hostname, domain)) return false;
  if (isSecure && url.protocol !== "https:") return false;
  const isBelow = url.pathname.startsWith(path.endsWith("/") ? path : `${path}/`);
  return isBelow || url.pathname === path;
}

/** A name without a dot, or an address, has no hosts within it. */
function isWithin(hostname: string, domain: string): boolean {
  if (hostname === domain) return true;
  return domain.includes(".") && isIP(hostname) === 0 && hostname.endsWith(`.${domain}`);
}
