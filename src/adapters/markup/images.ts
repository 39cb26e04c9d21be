import { webUrl } from "./urls.ts";

export type Attributes = Readonly<Record<string, string | undefined>>;

/** Where lazy-loading scripts keep the real address, best first. */
const LAZY_SOURCES = [
  "data-src",
  "data-lazy-src",
  "data-original",
  "data-orig-file",
  "data-large-file",
  "data-full-url",
  "data-hi-res-src",
  "data-url",
];
const LAZY_SETS = ["data-srcset", "data-lazy-srcset", "srcset"];

/**
 * Address of the picture that an `img` shows, without running its page's scripts: lazy-loading
 * attributes, then `src`, then the largest of `srcset`. `null` when none is absolute http(s).
 */
export function imageUrl(attributes: Attributes, baseUrl: string | null): string | null {
  const lazy = LAZY_SOURCES.map((name) => attributes[name]);
  const sets = LAZY_SETS.map((name) => largestOfSet(attributes[name] ?? ""));
  const candidates = [...lazy, attributes["src"], ...sets];
  const urls = candidates.map((raw) => webUrl(raw, baseUrl)).filter((url) => url !== null);
  return urls.find((url) => !PLACEHOLDER.test(url)) ?? urls[0] ?? null;
}

const PLACEHOLDER =
  /\/(?:blank|spacer|placeholder|pixel|transparent|lazy|loading|grey|1x1)\.(?:gif|png|svg|jpg)/i;

/** The widest or densest candidate of a `srcset` (HTML Standard §4.8.4.2.1). */
export function largestOfSet(set: string): string {
  let best = { url: "", size: -1 };
  for (const candidate of set.slice(0, 16_384).split(/,\s/)) {
    const [url = "", descriptor = "1x"] = candidate.trim().split(/\s+/);
    const size = Number.parseFloat(descriptor);
    if (url !== "" && size > best.size) best = { url: url.replace(/,$/, ""), size };
  }
  return best.url;
}

/** Whether an `img` counts readers instead of showing something. */
export function isTrackingPixel(attributes: Attributes, url: string): boolean {
  const sides = [attributes["width"], attributes["height"]].map((side) =>
    Number.parseInt(side ?? "", 10),
  );
  if (sides.some((side) => side >= 0 && side <= 2)) return true;
  return TRACKERS.some((tracker) => url.includes(tracker));
}

/** Parts of the addresses of reader counters; one line each. */
const TRACKERS = [
  ".vgwort.de/na/",
  "feeds.feedburner.com/~r/",
  "feeds.feedburner.com/~ff/",
  "feedsportal.com/",
  "pixel.wp.com/",
  "stats.wordpress.com/",
  "pixel.quantserve.com/",
  "scorecardresearch.com/",
  "google-analytics.com/",
  "googletagmanager.com/",
  "doubleclick.net/",
  "facebook.com/tr?",
  "matomo.php",
  "piwik.php",
  ".ioam.de/",
  ".ivwbox.de/",
  ".xiti.com/hit",
  "list-manage.com/track/",
  "/republication-tracker-tool",
  "counter.theconversation.com/",
  "pixel.parsely.com/",
  "bat.bing.com/",
];

/** Number of pixels as an attribute value, or `undefined` for percentages and nonsense. */
export function pixels(raw: string | undefined): string | undefined {
  const match = /^\s*(\d{1,5})(?:px)?\s*$/.exec(raw ?? "");
  const value = Number(match?.[1] ?? 0);
  return value > 0 ? String(value) : undefined;
}
