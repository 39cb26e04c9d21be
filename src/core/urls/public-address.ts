/**
 * Addresses without their secrets. The address that a source is polled at may be private: with a user and a
 * password, or a key in its query or path, as newsletters and podcasts hand them out. Nothing of that may reach a
 * feed, a page, a log line or an id.
 */

/**
 * Query parameters that choose what a feed holds. Any other may be a key, so a query counts as open only when it
 * has no others.
 */
const OPEN_PARAMETERS = new Set(
  (
    "feed format type alt output lang language locale hl gl ceid cat category categories tag tags section topic " +
    "channel channel_id playlist_id author post_type posttype q query search page paged page_id limit count " +
    "max-results orderby order withoutcomments rss atom"
  ).split(" "),
);

const MAX_OPEN_VALUE = 64;

/** A web address that everybody may see; `null` for one that may hold a secret. */
export function publicAddress(address: string | null): string | null {
  const url = webUrl(address);
  if (url === null || !hasOpenQuery(url) || segmentsOf(url).some(isToken)) return null;
  url.hash = "";
  return withoutUser(url);
}

/** The identifier that a feed gives itself, as written; `null` for an address that may hold a secret. */
export function publicId(id: string | null): string | null {
  if (id === null || webUrl(id) === null) return id;
  return publicAddress(id) === null || /^https?:\/\/[^/?#]*@/i.test(id) ? null : id;
}

/**
 * The home page that a feed declares. Any query is allowed, as it is for people. `null` when it repeats a secret of
 * the address that the feed was polled at.
 */
export function publicHome(home: string | null, polledAt: string | null): string | null {
  const url = webUrl(home);
  if (url === null) return null;
  const polled = webUrl(polledAt);
  const secrets = new Set(polled === null ? [] : secretsOf(polled));
  return partsOf(url).some((part) => secrets.has(part)) ? null : withoutUser(url);
}

/** The origin of an address: the only part that is certainly no secret. */
export const originOf = (address: string | null): string | null => {
  const url = webUrl(address);
  return url === null ? null : `${url.origin}/`;
};

/**
 * The base of a document's relative addresses, without a user and without a query that is not open. A mere `#note`
 * would otherwise carry the key of the feed into its articles.
 */
export function publicBase(address: string | null): string | null {
  const url = webUrl(address);
  if (address === null || url === null) return address;
  if (url.username === "" && url.password === "" && hasOpenQuery(url)) return address;
  if (!hasOpenQuery(url)) url.search = "";
  return withoutUser(url);
}

/** Text for people, logs and programs, without the secrets of the addresses in it. Idempotent. */
export const withoutSecrets = (text: string): string =>
  text.includes("://") ? text.replace(ADDRESS, tellable) : text;

/** Bounded, so that long words do not make it quadratic. Ends where JSON ends a string. */
const ADDRESS = /[a-z][a-z0-9+.-]{0,15}:\/\/[^\s"'<>\\]*[^\s"'<>\\).,;:!?]/gi;

function tellable(address: string): string {
  const url = URL.parse(address);
  const named = address.replace(/^([^/]*\/\/)[^/]*@/, "$1");
  if (url === null) return named;
  const [start = ""] = /^[^?#]*/.exec(named) ?? [];
  const path = start.split("/").map((part, at) => (at > 2 && isToken(part) ? "…" : part));
  const query = hasOpenQuery(url) ? url.search : "?…";
  return `${path.join("/")}${query}${url.hash.includes("=") ? "" : url.hash}`;
}

/** Text without the folders of the file paths in it, which concern only the operator. */
export const withoutFolders = (text: string): string => text.replace(FOLDERS, "");

/** Matches only at the start of a word, so that addresses stay. */
const FOLDERS = /(?<=^|[\s"'(])\/(?:[^\s/"']+\/)+(?=[^\s/"'])/g;

/** Whether a part of a path looks machine-made: a UUID, a hash, or a long mix of letters and digits. */
export function isToken(segment: string): boolean {
  const name = segment.replace(/\.[a-z]\w{0,7}$/i, "");
  const isHex = /^[0-9a-f-]{16,}$/i.test(name) && isMixed(name);
  return (
    isHex ||
    name.split(/[^A-Za-z0-9]+/).some((part) => /^[A-Za-z0-9]{16,}$/.test(part) && isMixed(part))
  );
}

const isMixed = (text: string): boolean => /\d/.test(text) && /[a-z]/i.test(text);

const hasOpenQuery = (url: URL): boolean =>
  [...url.searchParams].every(
    ([name, value]) => OPEN_PARAMETERS.has(name.toLowerCase()) && value.length <= MAX_OPEN_VALUE,
  );

/** The parts of an address that may be secrets. */
function secretsOf(url: URL): readonly string[] {
  // A mere `?abc` has a name alone.
  const values = hasOpenQuery(url)
    ? []
    : [...url.searchParams].map(([name, value]) => value || name);
  return [...userOf(url), ...values, ...segmentsOf(url).filter(isToken)].filter(
    (part) => part !== "",
  );
}

const partsOf = (url: URL): readonly string[] => [
  ...[...url.searchParams].flat(),
  ...segmentsOf(url),
  url.hash.slice(1),
];

/** The path of a web address, as written, without the parts that may be secret. */
export const publicPath = ({ pathname }: URL): string =>
  pathname
    .split("/")
    .filter((part) => !isToken(decoded(part)))
    .join("/");

const segmentsOf = ({ pathname }: URL): readonly string[] => pathname.split("/").map(decoded);
const userOf = ({ username, password }: URL): readonly string[] =>
  [username, password].map(decoded);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray percent sign: it stands for itself
  }
}

function webUrl(address: string | null): URL | null {
  const url = address === null ? null : URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}

function withoutUser(url: URL): string {
  const open = new URL(url);
  open.username = "";
  open.password = "";
  return open.href;
}
