import { rememberLast } from "../remember-last.ts";

/**
 * Query parameters that say where a reader came from and never which page is meant: analytics and
 * advertising click ids as listed by their vendors, and what feeds add to their links.
 */
const TRACKING = new Set([
  ..."fbclid gclid dclid gbraid wbraid gclsrc msclkid yclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid".split(
    " ",
  ),
  ..."_ga _gl _hsenc _hsmi mkt_tok oly_anon_id oly_enc_id vero_id wickedid xtor at_medium at_campaign".split(
    " ",
  ),
  ..."wt_mc wtmc wt.mc_id ns_mchannel ns_source ns_campaign ns_linkname cmpid ito sr_share".split(
    " ",
  ),
]);
const TRACKING_PREFIX = /^(utm|pk|mtm|piwik|matomo|hsa|at_custom)_/;

/** Addresses of some documents: a poll asks for each several times. */
const REMEMBERED = 1000;

/**
 * One spelling for the addresses of one page: host in lower case, no default port, no fragment, no
 * credentials, no tracking parameters. The scheme, `www.` and the order of parameters stay, for
 * servers may tell them apart. Idempotent.
 *
 * @returns `null` when it is no absolute http(s) URL.
 */
export const canonicalUrl = rememberLast(REMEMBERED, (link): string | null => {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  url.hash = "";
  url.username = "";
  url.password = "";
  dropTracking(url);
  return url.href;
});

/** The same address without its tracking parameters: it leads to the same place, without saying where a reader came from. */
export function withoutTracking(address: string): string {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search === "") return address;
  const isTracked = parametersOf(url).some(isTracking);
  if (!isTracked) return address;
  dropTracking(url);
  return url.href;
}

const parametersOf = (url: URL): readonly string[] => url.search.slice(1).split("&");

function dropTracking(url: URL): void {
  const kept = parametersOf(url).filter((parameter) => parameter !== "" && !isTracking(parameter));
  // The setter drops a leading question mark, and the first parameter may begin with one ("??a").
  url.search = kept.length === 0 ? "" : `?${kept.join("&")}`;
}

function isTracking(parameter: string): boolean {
  const lower = (parameter.split("=")[0] ?? "").toLowerCase();
  return TRACKING.has(lower) || TRACKING_PREFIX.test(lower);
}

/** Whether a canonical URL is a site's home page: many items link to it, so it is no article's address. */
export const isHomePage = (url: string): boolean => /^https?:\/\/[^/?#]*\/$/.test(url);

/** The address of an article: its canonical URL; `null` for none and for a home page. */
export const addressOf = (url: string | null): string | null =>
  url === null || isHomePage(url) ? null : url;

/** As `addressOf`, of a link as it was given. */
export const givenAddress = (link: string | null): string | null =>
  addressOf(link === null ? null : canonicalUrl(link));

/** Whether a URL is on a host or below it, `www.` aside. */
export function isOnHost(url: string, host: string): boolean {
  const bare = (name: string): string => name.replace(/^www\./, "");
  const own = bare(host.toLowerCase());
  if (own === "") return false;
  const name = bare(new URL(url).hostname);
  return name === own || name.endsWith(`.${own}`);
}
