/** The page on which people watch or hear what a frame shows; the address of the frame itself is not made for them. */
export function watchUrl(frame: string): string {
  const url = URL.parse(frame);
  if (url === null) return frame;
  const host = url.hostname.replace(/^(?:www|m)\./, "");
  for (const rule of RULES) {
    const found = rule.hosts === null || rule.hosts.includes(host) ? rule.find(url) : null;
    if (found !== null) return found;
  }
  return frame;
}

type EmbedRule = {
  /** `null` for software that runs on many hosts. */
  readonly hosts: readonly string[] | null;
  /** `null` when the address is not one of these frames. */
  readonly find: (url: URL) => string | null;
};

/** A rule for frames whose address differs from the page only in its path. */
const byPath = (
  hosts: EmbedRule["hosts"],
  pattern: RegExp,
  to: (...parts: string[]) => string,
): EmbedRule => ({
  hosts,
  find: ({ pathname, host }) => {
    const match = pattern.exec(pathname);
    return match === null ? null : to(...match.slice(1).map((part) => part ?? ""), host);
  },
});

/** A rule for frames that get the id of what they show as a parameter. */
const byId = (
  hosts: EmbedRule["hosts"],
  name: string,
  pattern: RegExp,
  to: (id: string) => string,
): EmbedRule => ({
  hosts,
  find: ({ searchParams }) => {
    const id = pattern.exec(searchParams.get(name) ?? "")?.[1];
    return id === undefined ? null : to(id);
  },
});

/**
 * A rule for frames that get the address of what they show as a parameter. The address of an API does not count: it
 * answers no browser.
 */
const byParameter = (hosts: EmbedRule["hosts"], name: string, path: RegExp): EmbedRule => ({
  hosts,
  find: ({ pathname, searchParams }) => {
    const shown = path.test(pathname) ? URL.parse(searchParams.get(name) ?? "") : null;
    if (shown === null || shown.hostname.startsWith("api.")) return null;
    return /^https?:$/.test(shown.protocol) ? shown.href : null;
  },
});

const YOUTUBE = ["youtube.com", "youtube-nocookie.com"];

const RULES: readonly EmbedRule[] = [
  { hosts: YOUTUBE, find: youtube },
  { hosts: ["player.vimeo.com"], find: vimeo },
  byPath(
    ["dailymotion.com", "geo.dailymotion.com"],
    /^\/embed\/video\/(\w+)/,
    (id) => `https://www.dailymotion.com/video/${id}`,
  ),
  byPath(
    ["open.spotify.com"],
    /^\/embed(?:-podcast)?\/(\w+\/\w+)/,
    (path) => `https://open.spotify.com/${path}`,
  ),
  byPath(["embed.podcasts.apple.com"], /^(\/.+)/, (path) => `https://podcasts.apple.com${path}`),
  byPath(["archive.org"], /^\/embed\/([^/]+)/, (id) => `https://archive.org/details/${id}`),
  byPath(
    ["instagram.com"],
    /^(\/(?:p|reel|tv)\/[\w-]+)\/embed/,
    (path) => `https://www.instagram.com${path}/`,
  ),
  byPath(
    ["embed.bsky.app"],
    /^\/embed\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)/,
    (did, key) => `https://bsky.app/profile/${did}/post/${key}`,
  ),
  byPath(["embed.ted.com"], /^(\/talks\/.+)/, (path) => `https://www.ted.com${path}`),
  byPath(
    ["tiktok.com"],
    /^\/(?:embed(?:\/v\d)?|player\/v1)\/(\d+)/,
    (id) => `https://www.tiktok.com/@/video/${id}`,
  ),
  byPath(["streamable.com"], /^\/[eos]\/(\w+)/, (id) => `https://streamable.com/${id}`),
  byPath(["loom.com"], /^\/embed\/(\w+)/, (id) => `https://www.loom.com/share/${id}`),
  byPath(["embed.nicovideo.jp"], /^(\/watch\/\w+)/, (path) => `https://www.nicovideo.jp${path}`),
  byPath(["rutube.ru"], /^\/play\/embed\/(\w+)/, (id) => `https://rutube.ru/video/${id}/`),
  byPath(
    ["widget.deezer.com"],
    /^\/widget\/\w+\/(\w+\/\d+)/,
    (path) => `https://www.deezer.com/${path}`,
  ),
  byId(["player.twitch.tv"], "video", /^v?(\d+)$/, (id) => `https://www.twitch.tv/videos/${id}`),
  byId(["player.twitch.tv"], "channel", /^(\w+)$/, (name) => `https://www.twitch.tv/${name}`),
  byId(["clips.twitch.tv"], "clip", /^([\w-]+)$/, (id) => `https://clips.twitch.tv/${id}`),
  byId(["platform.twitter.com"], "id", /^(\d+)$/, (id) => `https://x.com/i/status/${id}`),
  byId(["player.bilibili.com"], "bvid", /^(\w+)$/, (id) => `https://www.bilibili.com/video/${id}`),
  byParameter(["facebook.com"], "href", /^\/plugins\/(?:video|post)\.php$/),
  byParameter(["w.soundcloud.com"], "url", /^\/player/),
  // Mastodon and PeerTube.
  byPath(null, /^(\/@[^/]+\/\d+)\/embed$/, (path, host) => `https://${host}${path}`),
  byPath(
    null,
    /^\/videos\/embed\/([\w-]{8,})$/,
    (id, host) => `https://${host}/videos/watch/${id}`,
  ),
];

function youtube({ pathname, searchParams }: URL): string | null {
  const id = /^\/(?:embed|v|shorts)\/([\w-]{6,})$/.exec(pathname)?.[1];
  const list = searchParams.get("list");
  const start = Number.parseInt(searchParams.get("start") ?? "", 10);
  if (id === "videoseries") return list === null ? null : playlist(list);
  if (id === undefined) return null;
  return `https://www.youtube.com/watch?v=${id}${start > 0 ? `&t=${start}s` : ""}`;
}

const playlist = (list: string): string =>
  `https://www.youtube.com/playlist?list=${encodeURIComponent(list)}`;

/** Unlisted films have a second part in their address. */
function vimeo({ pathname, searchParams }: URL): string | null {
  const id = /^\/video\/(\d+)$/.exec(pathname)?.[1];
  const word = /^\w+$/.exec(searchParams.get("h") ?? "")?.[0];
  if (id === undefined) return null;
  return word === undefined ? `https://vimeo.com/${id}` : `https://vimeo.com/${id}/${word}`;
}

/** The title that a frame gives to what it shows; `null` for titles that scripts write on every frame. */
export function embedTitle(raw: string | undefined): string | null {
  const title = (raw ?? "").replace(/\s+/g, " ").trim().slice(0, 300);
  return title === "" || GENERIC.test(title) || /^https?:/i.test(title) ? null : title;
}

const GENERIC =
  /^(?:(?:youtube|vimeo)?[ -]*(?:video)?[ -]*player|(?:embedded|external) (?:content|video|post|frame)|i?frame|(?:twitter|x) (?:tweet|post)|video|audio)$/i;
