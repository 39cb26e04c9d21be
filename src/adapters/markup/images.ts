import { pictureType } from "../../core/media/picture-type.ts";
import { webUrl } from "./urls.ts";

export type ImageAttributes = Readonly<Record<string, string | undefined>>;

/** Where lazy-loading scripts keep the real address, best first. */
export const LAZY_SOURCES = [
  "data-src",
  "data-lazy-src",
  "data-original",
  "data-orig-file",
  "data-large-file",
  "data-full-url",
  "data-hi-res-src",
  "data-url",
];
export const LAZY_SETS = ["data-srcset", "data-lazy-srcset", "srcset"];

/** A `source` of a `picture`, before its `img`. */
export type PictureSource = {
  readonly set: string;
  readonly type: string | undefined;
  readonly isCrop: boolean;
};

export type ShownPicture = {
  readonly url: string;
  /** As attribute values; empty when unknown. */
  readonly width: string;
  readonly height: string;
};

/**
 * The picture that an `img` stands for, without running its page's scripts: the largest that every reader can show, of
 * those that lazy-loading attributes, `src` and sets offer. `null` when none has an absolute http(s) address.
 */
export function shownPicture(
  attributes: ImageAttributes,
  sources: readonly PictureSource[],
  baseUrl: string | null,
): ShownPicture | null {
  const [width, height] = [pixels(attributes["width"]) ?? "", pixels(attributes["height"]) ?? ""];
  const plain = plainUrl(attributes, baseUrl);
  const best = largestOf(candidatesFor(attributes, sources, baseUrl));
  if (best === null) return plain === null ? null : { url: plain, width, height };
  const isPlainGood = plain !== null && isGood(plain);
  const isLarger = best.width > Number(width || 0) || best.density > 1;
  if (isPlainGood && !(isLarger && isGood(best.url))) return { url: plain, width, height };
  // A density does not change the size on the page.
  return best.width === 0
    ? { url: best.url, width, height }
    : { url: best.url, ...scaled(best.width, width, height) };
}

function plainUrl(attributes: ImageAttributes, baseUrl: string | null): string | null {
  const raw = [...LAZY_SOURCES.map((name) => attributes[name]), attributes["src"]];
  const urls = raw.map((value) => webUrl(value, baseUrl)).filter((url) => url !== null);
  return urls.find((url) => !PLACEHOLDER.test(url)) ?? urls[0] ?? null;
}

const PLACEHOLDER =
  /\/(?:blank|spacer|placeholder|pixel|transparent|lazy|loading|grey|1x1)\.(?:gif|png|svg|jpg)/i;

/** Formats that many feed readers and all mail programs cannot show. */
const UNREADABLE = /^image\/(?:avif|heic|heif|jxl|tiff|bmp)$/;

const isGood = (url: string): boolean =>
  !PLACEHOLDER.test(url) && !UNREADABLE.test(pictureType(url) ?? "");

function scaled(
  width: number,
  oldWidth: string,
  oldHeight: string,
): Pick<ShownPicture, "width" | "height"> {
  const [x, y] = [Number(oldWidth), Number(oldHeight)];
  return {
    width: String(width),
    height: x > 0 && y > 0 ? String(Math.round((y * width) / x)) : "",
  };
}

type ImageCandidate = { readonly url: string; readonly width: number; readonly density: number };

/** The candidates of the picture's own sets, else of the sources around it; crops for other screens come last. */
function candidatesFor(
  attributes: ImageAttributes,
  sources: readonly PictureSource[],
  baseUrl: string | null,
): readonly ImageCandidate[] {
  const own = LAZY_SETS.map((name) => attributes[name] ?? "");
  const readable = sources.filter(({ type }) => !UNREADABLE.test(type?.trim().toLowerCase() ?? ""));
  const groups = [
    own,
    readable.filter(({ isCrop }) => !isCrop).map(({ set }) => set),
    readable.map(({ set }) => set),
    sources.map(({ set }) => set),
  ].map((sets) => sets.flatMap((set) => readSet(set, baseUrl)));
  return (
    groups.find((group) => group.some(({ url }) => isGood(url))) ??
    groups.find((group) => group.length > 0) ??
    []
  );
}

/** Widest picture that is taken, in pixels: larger ones are the photographer's file of many megabytes. */
const MAX_WIDTH = 2_560;

/** The largest candidate up to MAX_WIDTH; where all are larger, the smallest. */
function largestOf(candidates: readonly ImageCandidate[]): ImageCandidate | null {
  const good = candidates.filter(({ url }) => isGood(url));
  const all = good.length > 0 ? good : candidates;
  const [wide, fit] = [
    all.filter(({ width }) => width > MAX_WIDTH),
    all.filter(({ width }) => width <= MAX_WIDTH),
  ];
  const size = ({ width, density }: ImageCandidate): number => width || density;
  if (fit.length === 0) return wide.toSorted((a, b) => size(a) - size(b))[0] ?? null;
  return fit.toSorted((a, b) => size(b) - size(a))[0] ?? null;
}

/** The candidates of a `srcset` (HTML Standard §4.8.4.2.1), in linear time. Addresses may hold commas. */
function readSet(set: string, baseUrl: string | null): ImageCandidate[] {
  return [...set.slice(0, 16_384).matchAll(CANDIDATE)].flatMap(
    ([, raw = "", descriptor = "1x"]) => {
      const addresses = raw.replace(TRAILING_COMMAS, "").split(/,(?=https?:)/);
      const [, number = "", unit] = DESCRIPTOR.exec(descriptor) ?? [];
      const size = Number.parseFloat(number);
      const urls = addresses.flatMap((address) => webUrl(address, baseUrl) ?? []);
      return urls.flatMap((url, at) => {
        if (at < addresses.length - 1) return [{ url, width: 0, density: 1 }];
        if (Number.isNaN(size)) return [];
        return [
          unit === "w"
            ? { url, width: Math.round(size), density: 0 }
            : { url, width: 0, density: size },
        ];
      });
    },
  );
}

/** An address, and its descriptor unless a comma ends the address. */
const CANDIDATE = /([^\s,]\S*)(?:(?<!,)\s+([^\s,][^,]*))?/g;
const TRAILING_COMMAS = /(?<!,),+$/;
const DESCRIPTOR = /^([\d.]{1,10})([wx])(?:\s|$)/;

/** Whether an `img` counts readers instead of showing something. */
export function isTrackingPixel(attributes: ImageAttributes, url: string): boolean {
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
