import type { LoweredRights } from "./rights.ts";
import { RIGHTS, type Rights } from "./rights.ts";

/*
 * What a publisher says about the use of a page, and what we make of it. The rights of its source,
 * which the operator configured, are the ceiling: no signal ever raises them. Each signal that is
 * stricter lowers them, the strictest wins, and every one that lowered is kept with its reason.
 *
 * Robots rules (meta robots and X-Robots-Tag, as Google's "Robots meta tag, data-nosnippet, and
 * X-Robots-Tag specifications" defines them; there is no RFC). They are rules for search results; a
 * copy of the article is what they call the cached page, an excerpt is a snippet:
 *   noarchive          no copy of the page            at most an excerpt
 *   nosnippet          no text of it in results       link only
 *   max-snippet:N      at most N characters of text   an excerpt of N; 0 like nosnippet, -1 no limit
 *   noimageindex, max-image-preview:none              no picture of it
 *   noindex, nofollow, none                           nothing: we are no index and follow no link of it
 * Rules for everybody and rules for our name count together; those for other robots do not.
 *
 * tdm-reservation 1 (W3C TDM Reservation Protocol) reserves text and data mining; fetching pages in
 * number to take their text out is that: at most an excerpt. /.well-known/tdmrep.json says it for a
 * host, a header for a response, a meta for a page: the last one that says 0 or 1 counts, and silence
 * resets nothing (§7).
 *
 * isAccessibleForFree false (schema.org; how publishers mark texts behind a paywall): at most an excerpt.
 *
 * RSL (Really Simple Licensing 1.0, rslstandard.org/rsl) states which automated uses a licence
 * grants: the words for uses are all, ai-all, ai-train, ai-input, ai-index and search. Only "all"
 * covers republishing an article, and no licence is obtained here for payment or from a licence
 * server. So a page under RSL is treated as one that we may not copy: at most an excerpt. The
 * licence itself is not read: that could only find the rare one that grants all.
 */

/** What a response says about the use of its document, as sent; `null` when it says nothing. */
export type UsageHeaders = {
  /** Values of `X-Robots-Tag`, one a line: each may begin with the name of the robot that it is for. */
  readonly robotsTag: string | null;
  /** `tdm-reservation` (W3C TDM Reservation Protocol). */
  readonly tdmReservation: string | null;
  readonly tdmPolicy: string | null;
  /** What /.well-known/tdmrep.json says of the address: "1" or "0"; absent in what was stored before it was read. */
  readonly tdmFile?: string | null;
  /** Where an RSL licence was named for it: the address in a `Link` header or in robots.txt. */
  readonly rslLicence: string | null;
};

export const NO_USAGE_HEADERS: UsageHeaders = {
  robotsTag: null,
  tdmReservation: null,
  tdmPolicy: null,
  rslLicence: null,
};

/** Joins the headers of two pages of one article: of each signal the stricter one counts. */
export function strictestHeaders(one: UsageHeaders, other: UsageHeaders): UsageHeaders {
  const tags = [one.robotsTag, other.robotsTag].filter((tag) => tag !== null);
  const { tdmFile = null } = one;
  return {
    robotsTag: tags.length === 0 ? null : tags.join("\n"),
    tdmReservation: reservedOf(one.tdmReservation, other.tdmReservation),
    tdmPolicy: one.tdmPolicy ?? other.tdmPolicy,
    tdmFile: reservedOf(tdmFile, other.tdmFile ?? null),
    rslLicence: one.rslLicence ?? other.rslLicence,
  };
}

const reservedOf = (one: string | null, other: string | null): string | null =>
  other?.trim() === "1" ? other : (one ?? other);

/** As `strictestHeaders`, of what the pages themselves say. */
export function strictestTerms(one: PageTerms, other: PageTerms): PageTerms {
  return {
    robots: [...new Set([...one.robots, ...other.robots])],
    isTdmReserved: other.isTdmReserved === true ? true : (one.isTdmReserved ?? other.isTdmReserved),
    tdmPolicyUrl: one.tdmPolicyUrl ?? other.tdmPolicyUrl,
    isFree: other.isFree === false ? false : (one.isFree ?? other.isFree),
    licenceUrl: one.licenceUrl ?? other.licenceUrl,
    rslLicence: one.rslLicence ?? other.rslLicence,
  };
}

/** Our name in robots rules (RFC 9309 §2.2.1), lower-case. */
export const PRODUCT_TOKEN = "offprint";

export type UsageSignals = {
  /** What the source lets us republish. */
  readonly ceiling: Rights;
  /** What the page says; `null` without a page. */
  readonly terms: PageTerms | null;
  readonly headers: UsageHeaders;
};

export type UsageDecision = {
  readonly republish: Rights;
  /** Those signals that lowered it below the ceiling, the strictest first. */
  readonly lowered: readonly LoweredRights[];
  /** Most characters of an excerpt; `null` for no limit but ours. */
  readonly maxSnippet: number | null;
  readonly mayShowImage: boolean;
};

/** The least of what the source and each signal allow. */
export function decideUsage({ ceiling, terms, headers }: UsageSignals): UsageDecision {
  const rules = [
    ...rulesOf(terms?.robots ?? [], "robots meta"),
    ...rulesOf(robotsTagDirectives(headers.robotsTag), "X-Robots-Tag"),
  ];
  const signals = [...rules.flatMap(loweredByRule), ...reservations(terms, headers)];
  const lowered = distinct(signals)
    .filter(({ to }) => rank(to) < rank(ceiling))
    .sort((a, b) => rank(a.to) - rank(b.to));
  const limits = rules.flatMap(({ directive }) => snippetLimit(directive) ?? []);
  return {
    republish: lowered[0]?.to ?? ceiling,
    lowered,
    maxSnippet:
      limits.length === 0 ? null : limits.reduce((least, limit) => Math.min(least, limit)),
    mayShowImage: !rules.some(({ directive }) => NO_IMAGE.has(directive)),
  };
}

type UsageRule = { readonly directive: string; readonly where: string };

const rulesOf = (directives: readonly string[], where: string): readonly UsageRule[] =>
  directives.map((directive) => ({ directive, where }));

const NO_IMAGE: ReadonlySet<string> = new Set(["noimageindex", "max-image-preview:none"]);

function loweredByRule({ directive, where }: UsageRule): LoweredRights[] {
  const by = `${where}: ${directive}`;
  if (directive === "noarchive") return [{ to: "excerpt", by }];
  const limit = snippetLimit(directive);
  if (limit === null) return [];
  return [{ to: limit === 0 ? "link" : "excerpt", by }];
}

/** Most characters of text that a directive allows; `null` when it does not limit them. */
function snippetLimit(directive: string): number | null {
  if (directive === "nosnippet") return 0;
  const length = /^max-snippet:(\d{1,9})$/.exec(directive)?.[1];
  return length === undefined ? null : Number(length);
}

function reservations(terms: PageTerms | null, headers: UsageHeaders): LoweredRights[] {
  const said: [boolean, string][] = [
    ...tdmReservation(terms, headers),
    [terms?.isFree === false, "isAccessibleForFree: false"],
    [headers.rslLicence !== null, `RSL licence: ${headers.rslLicence}`],
    [(terms?.rslLicence ?? null) !== null, `RSL licence: ${terms?.rslLicence}`],
  ];
  return said.flatMap(([isSaid, by]) => (isSaid ? [{ to: "excerpt", by }] : []));
}

/** The reservation of the nearest place that says anything: the page, else the header, else the host's file. */
function tdmReservation(terms: PageTerms | null, headers: UsageHeaders): [boolean, string][] {
  const reserved = terms?.isTdmReserved ?? null;
  const places: readonly (readonly [string, string])[] = [
    [reserved === null ? "" : String(Number(reserved)), "tdm-reservation meta: 1"],
    [headers.tdmReservation?.trim() ?? "", "tdm-reservation header: 1"],
    [headers.tdmFile ?? "", "tdmrep.json: 1"],
  ];
  const [value, by] = places.find(([written]) => written === "0" || written === "1") ?? ["", ""];
  return [[value === "1", by]];
}

const rank = (rights: Rights): number => RIGHTS.indexOf(rights);

/** Publishers say the same thing in several places of one kind. */
const distinct = (signals: readonly LoweredRights[]): LoweredRights[] => [
  ...new Map(signals.map((signal) => [signal.by, signal])).values(),
];

/** More directives than any page has use for. */
const MAX_DIRECTIVES = 100;

/**
 * The directives of `X-Robots-Tag` that are for everybody or for us, lower-case. Within one value a
 * robot's name applies until the next name: `otherbot: noarchive, nosnippet` says nothing to us.
 */
export function robotsTagDirectives(robotsTag: string | null): readonly string[] {
  const lines = (robotsTag ?? "").toLowerCase().split("\n");
  return lines.flatMap(directivesOfLine).slice(0, MAX_DIRECTIVES);
}

function directivesOfLine(line: string): string[] {
  let agent = "*";
  return line.split(",").flatMap((part) => {
    const named = NAMED.exec(part);
    const isAgent = named !== null && !WITH_VALUE.has(named[1] ?? "");
    if (isAgent) agent = named[1] ?? "*";
    const directive = (isAgent ? (named[2] ?? "") : part).replace(/\s+/g, "");
    return directive !== "" && (agent === "*" || agent === PRODUCT_TOKEN) ? [directive] : [];
  });
}

/** `name: the rest`. */
const NAMED = /^\s*([a-z][a-z0-9_.-]{0,99}|\*)\s*:(.*)$/s;

/** Directives that have a colon of their own. */
const WITH_VALUE: ReadonlySet<string> = new Set([
  "max-snippet",
  "max-image-preview",
  "max-video-preview",
  "unavailable_after",
]);

/** What a page says about how it may be used, as written; `null` where it says nothing. */
export type PageTerms = {
  /** Directives of `meta name=robots` and of those for us by name, lower-case, in order ("noarchive", "max-snippet:50"). */
  readonly robots: readonly string[];
  /** `tdm-reservation` (W3C TDM Reservation Protocol §5): true when text and data mining is reserved. */
  readonly isTdmReserved: boolean | null;
  readonly tdmPolicyUrl: string | null;
  /** schema.org `isAccessibleForFree`. */
  readonly isFree: boolean | null;
  readonly licenceUrl: string | null;
  /** Address of an RSL licence that the page names (rslstandard.org); `null` without one. */
  readonly rslLicence: string | null;
};
