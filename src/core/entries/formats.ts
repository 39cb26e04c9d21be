/** What the service knows of a format beside how it is written. */
type FormatFacts = {
  /** What people call it. */
  readonly name: string;
  /** `Content-Type`. */
  readonly mediaType: string;
  /** Short address of the first feed (contract §3). */
  readonly alias: string;
};

/** The formats that we publish, by the extension in the URL, in the order in which they are offered. */
const FACTS = {
  rss: {
    name: "RSS",
    mediaType: "application/rss+xml; charset=utf-8", // in use everywhere, though never registered
    alias: "/rss.xml",
  },
  atom: {
    name: "Atom",
    mediaType: "application/atom+xml; charset=utf-8", // RFC 4287 §7
    alias: "/atom.xml",
  },
  json: {
    name: "JSON",
    mediaType: "application/feed+json; charset=utf-8", // JSON Feed 1.1
    alias: "/feed.json",
  },
} as const satisfies Readonly<Record<string, FormatFacts>>;

export type Format = keyof typeof FACTS;
export const FORMATS = Object.keys(FACTS) as readonly Format[];

/** One value for each format. */
export const byFormat = <T>(make: (format: Format) => T): Readonly<Record<Format, T>> =>
  Object.fromEntries(FORMATS.map((format) => [format, make(format)])) as Record<Format, T>;

export const FORMAT_NAMES = byFormat((format): string => FACTS[format].name);
export const MEDIA_TYPES = byFormat((format): string => FACTS[format].mediaType);
export const ALIASES = byFormat((format): string => FACTS[format].alias);
