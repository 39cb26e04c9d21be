/**
 * Categories under which the registries of these countries give out names: there a name has three parts. A choice of the
 * "ICANN" part of the public suffix list (https://publicsuffix.org), for countries with many papers. A category that is missing makes
 * several houses one, never one house several.
 */
const CATEGORIES: Readonly<Record<string, string>> = {
  ae: "ac co gov net org sch",
  ar: "com edu gob gov net org",
  at: "ac co gv or",
  au: "asn com edu gov id net org",
  bd: "ac com edu gov net org",
  bo: "com edu gob net org",
  br: "blog com edu gov jor net org tv",
  cn: "ac com edu gov net org",
  co: "com edu gov net nom org",
  cr: "ac co ed fi go or",
  cy: "ac com gov net org press",
  ec: "com edu fin gob gov info net org",
  eg: "com edu gov net org",
  es: "com edu gob nom org",
  gh: "com edu gov org",
  gr: "com edu gov net org",
  gt: "com edu gob net org",
  hk: "com edu gov idv net org",
  hu: "co info org",
  id: "ac co go my or sch web",
  il: "ac co gov muni net org",
  in: "ac co edu firm gen gov ind net nic org res",
  jp: "ac ad co ed go gr lg ne or",
  ke: "ac co go info me ne or sc",
  kr: "ac co go ne or pe re",
  lb: "com edu gov net org",
  lk: "ac com edu gov net news org",
  mt: "com edu net org",
  mx: "com edu gob net org",
  my: "com edu gov name net org",
  ng: "com edu gov name net org",
  np: "com edu gov net org",
  nz: "ac co geek gen govt iwi kiwi maori net org school",
  pe: "com edu gob net nom org",
  ph: "com edu gov net org",
  pk: "com edu gov net org web",
  pl: "com edu gov info net org",
  pt: "com edu gov nome org",
  py: "com edu gov net org",
  ro: "com info nom org www",
  rs: "ac co edu gov in org",
  sa: "com edu gov net org pub sch",
  sg: "com edu gov net org per",
  sv: "com edu gob org",
  th: "ac co go in mi net or",
  tr: "av bel biz com edu gen gov info name net org tv web",
  tw: "com edu gov idv net org",
  tz: "ac co go info me ne or tv",
  ua: "com edu gov in net org",
  ug: "ac co com go ne or org",
  uk: "ac co gov ltd me net org plc sch",
  uy: "com edu gub net org",
  ve: "co com edu gob info net org web",
  vn: "ac com edu gov info name net org",
  za: "ac co gov net nom org web",
  zm: "ac co com edu gov net org",
  zw: "ac co gov org",
};

const SUFFIXES: ReadonlySet<string> = new Set(
  Object.entries(CATEGORIES).flatMap(([country, names]) =>
    names.split(" ").map((name) => `${name}.${country}`),
  ),
);

/**
 * The part of a host name that somebody registered and under which he can make as many hosts as he likes: "paper.co.uk" of
 * "sport.paper.co.uk". An IP address and a name of one part are returned as they are. Hosts of a platform, such as two blogs on
 * wordpress.com, count as one. Expects what `URL.hostname` gives. Idempotent.
 */
export function registrableDomain(hostname: string): string {
  const host = hostname.replace(/\.$/, "").toLowerCase();
  if (NUMERIC.test(host)) return host;
  const labels = host.split(".");
  return labels.slice(SUFFIXES.has(labels.slice(-2).join(".")) ? -3 : -2).join(".");
}

/** IPv4 and IPv6 addresses as URLs write them. */
const NUMERIC = /^(?:\d+(?:\.\d+){3}|\[.*\])$/;
