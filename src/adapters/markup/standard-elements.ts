import { escapeAttribute } from "entities";
import { isPlayerFrame, isPlayerUrl } from "./players.ts";
import { eachTag, type Tag } from "./tags.ts";

/*
 * Pages write pictures and players for scripts: AMP has elements of its own, "lite" players load their film at a click,
 * consent tools move the address of a frame into another attribute, a template or a script. Each is replaced by the
 * HTML element that it stands for, before the article is looked for.
 */

type ElementAttributes = ReadonlyMap<string, string>;

/** Replaces stand-ins by `img`, `video`, `audio` and `iframe`. Idempotent. */
export function standardElements(html: string): string {
  if (!CANDIDATE.test(html)) return html;
  const edits: Edit[] = [];
  let holder: Tag | null = null;
  eachTag(html, isWanted, (tag) => {
    if (holder !== null) {
      if (!tag.isEnd || tag.name !== holder.name) return;
      const frames = framesIn(html.slice(holder.end, tag.start));
      if (frames !== "") edits.push({ start: holder.start, end: tag.end, text: frames });
      holder = null;
    } else if (isHolder(tag)) holder = tag;
    else edits.push(...editsOf(tag, html));
  });
  return edited(html, edits);
}

const CANDIDATE =
  /_url(?:"|&quot;|&#34;):|<(?:amp-|lite-|embetty-|youtube-video|i?frame|object|embed|template)|text\/(?:template|plain)|\s(?:data-[\w-]+|cite)=["']?(?:https?:)?\/\/[^\s"']{0,60}(?:youtu|vimeo|facebook|instagram|tiktok|dailymotion|spotify|soundcloud)|(?:&lt;|<)iframe/i;

const BOXES = new Set("div span section figure button blockquote".split(" "));
const NAMES = new Set("iframe embed object template script youtube-video".split(" "));

const isWanted = (name: string): boolean =>
  NAMES.has(name) || BOXES.has(name) || /^(?:amp|lite|embetty)-/.test(name);

type Edit = { readonly start: number; readonly end: number; readonly text: string };

function edited(html: string, edits: readonly Edit[]): string {
  let result = "";
  let from = 0;
  for (const { start, end, text } of edits) {
    result += html.slice(from, start) + text;
    from = end;
  }
  return result + html.slice(from);
}

function editsOf(tag: Tag, html: string): Edit[] {
  const { name, start, end, isEnd } = tag;
  if (BOXES.has(name)) return isEnd ? [] : [{ start, end: start, text: frameOfBox(tag, html) }];
  const text = RENAMED.has(name) ? renamed(tag, html) : isEnd ? endOf(name) : framed(tag);
  return text === null ? [] : [{ start, end, text }];
}

/** Gives an AMP element its HTML name; drops what AMP shows until that is loaded. */
function renamed({ name, start, end, isEnd, attributes }: Tag, html: string): string {
  const standard = RENAMED.get(name) ?? name;
  if (isEnd) return standard === "img" ? "" : `</${standard}>`;
  const isSpare = attributes.has("placeholder") || attributes.has("fallback");
  return isSpare ? "" : `<${standard}${html.slice(start + 1 + name.length, end)}`;
}

const RENAMED: ReadonlyMap<string, string> = new Map([
  ["amp-img", "img"],
  ["amp-anim", "img"],
  ["amp-video", "video"],
  ["amp-audio", "audio"],
]);

/**
 * The replacement of an end tag; `null` keeps it. A real frame keeps its end tag; elsewhere the whole frame was written
 * at the start tag.
 */
const endOf = (name: string): string | null => (OPEN.has(name) ? null : "");
const OPEN = new Set(["iframe", "embed", "template", "script"]);

/** The frame for an element; `null` where the element stays as it is. */
function framed({ name, attributes }: Tag): string | null {
  if (name === "iframe") {
    const waiting = waitingAddress(attributes);
    const waits = waiting !== null && waiting !== attributes.get("src");
    return waits ? frameOf(waiting, attributes).replace("</iframe>", "") : null;
  }
  if (name === "embed") {
    const player = playerIn(attributes);
    return player === null ? null : frameOf(player, attributes);
  }
  return OPEN.has(name) ? null : frameOf((PLAYERS.get(name) ?? shownIn)(attributes), attributes);
}

function frameOf(address: string | null, attributes: ElementAttributes): string {
  if (address === null) return "";
  const title = ["title", "playlabel", "data-title"]
    .map((name) => attributes.get(name))
    .find((value) => value !== undefined && value !== "");
  const titled = title === undefined ? "" : ` title="${escapeAttribute(title)}"`;
  return `<iframe src="${escapeAttribute(address)}"${titled}></iframe>`;
}

const isWeb = (value: string): boolean => /^(?:https?:)?\/\/[^\s/]/i.test(value);
const absolute = (value: string): string => (value.startsWith("//") ? `https:${value}` : value);
const isPlayer = (value: string): boolean =>
  isWeb(value) && (isPlayerFrame(absolute(value)) || isPlayerUrl(absolute(value)));

/** Names such as "data-src", "data-cookieblock-src", "data-src-cmplz", "consent-original-src-_", "data-url", "data-href", "data-video". */
const ADDRESS_NAME = /src|url|href|^cite$|permalink|^data-(?:video|embed)$/;
const PICTURE_NAME = /poster|thumb|image|img|placeholder|srcset/;

const addressesIn = (attributes: ElementAttributes): string[] =>
  [...attributes].flatMap(([name, value]) =>
    ADDRESS_NAME.test(name) && !PICTURE_NAME.test(name) ? [value.trim()] : [],
  );

const playerIn = (attributes: ElementAttributes): string | null =>
  [attributes.get("data") ?? "", ...addressesIn(attributes)].find(isPlayer) ?? null;

const shownIn = (attributes: ElementAttributes): string | null =>
  playerIn(attributes) ?? attributes.get("data") ?? null;

/** The address that a frame is to load: a player before a stand-in, any other address only where the frame has none. */
function waitingAddress(attributes: ElementAttributes): string | null {
  const own = attributes.get("src")?.trim() ?? "";
  if (isPlayer(own)) return own;
  const player = playerIn(attributes);
  if (player !== null || isWeb(own)) return player;
  return addressesIn(attributes).find(isWeb) ?? null;
}

/** How far before a box its frame may stand, and behind it a link to its player, in characters. */
const REACH = { before: 500, behind: 3_000 };

/** The frame for a box that stands for a player; empty where the frame or a link to the player is written already. */
function frameOfBox({ start, end, attributes }: Tag, html: string): string {
  const player = playerIn(attributes);
  if (player !== null) {
    const id = /[\w-]{5,}(?=\/?(?:embed)?\/?(?:[?#].*)?$)/.exec(player)?.[0] ?? player;
    const before = html.slice(Math.max(0, start - REACH.before), start);
    const isWritten =
      before.includes("<iframe") && before.slice(before.lastIndexOf("<iframe")).includes(id);
    const isLinked = isWritten || html.slice(end, end + REACH.behind).includes(id);
    return isLinked ? "" : frameOf(player, attributes);
  }
  return [...attributes.values()]
    .map((value) =>
      IFRAME.test(value) ? framesIn(value) : frameOf(playerOfSettings(value), attributes),
    )
    .join("");
}

/** The player in the settings of a page builder's widget, written as JSON: "youtube_url":"https:\\/\\/www.youtube.com\\/…". */
function playerOfSettings(value: string): string | null {
  const address = SETTING.exec(value.slice(0, MAX_HELD))?.[1]?.replaceAll("\\/", "/") ?? "";
  return isPlayer(address) ? address : null;
}

const SETTING = /"(?:youtube|vimeo|dailymotion)_url":"(https?:[^"]{1,300})"/;

const isHolder = ({ name, isEnd, attributes }: Tag): boolean =>
  !isEnd &&
  (name === "template" ||
    (name === "script" && /^text\/(?:template|plain|html)$/i.test(attributes.get("type") ?? "")));

const IFRAME = /<iframe[\s>]/i;
/** Longest held markup, in characters: a longer one holds more than a player. */
const MAX_HELD = 20_000;

/** The players in markup that scripts write into a page; the markup may be in base64. */
function framesIn(held: string): string {
  const written = held.slice(0, MAX_HELD);
  const isBase64 = /^\s*[\w+/]{40,}={0,2}\s*$/.test(written);
  const markup = isBase64 ? Buffer.from(written, "base64").toString("utf8") : written;
  if (!IFRAME.test(markup)) return "";
  const frames: string[] = [];
  eachTag(
    markup,
    (name) => name === "iframe",
    ({ isEnd, attributes }) => {
      const player = isEnd ? null : playerIn(attributes);
      if (player !== null) frames.push(frameOf(player, attributes));
    },
  );
  return frames.join("");
}

type AddressOf = (attributes: ElementAttributes) => string | null;

/** Writes an address with the value of an attribute, where that looks like an id. */
const byId =
  (name: string, id: RegExp, write: (id: string) => string): AddressOf =>
  (attributes) => {
    const value = attributes.get(name) ?? "";
    return id.test(value) ? write(value) : null;
  };

const WORD = /^[\w-]{3,40}$/;
const NUMBER = /^\d{3,25}$/;
const youtube = (id: string): string => `https://www.youtube.com/watch?v=${id}`;
const vimeo = (id: string): string => `https://vimeo.com/${id}`;
const dailymotion = (id: string): string => `https://www.dailymotion.com/video/${id}`;
const tweet = (id: string): string => `https://twitter.com/i/status/${id}`;

/** Player elements by name, each with the address of what it shows. */
const PLAYERS: ReadonlyMap<string, AddressOf> = new Map([
  ["lite-youtube", byId("videoid", WORD, youtube)],
  ["lite-vimeo", byId("videoid", NUMBER, vimeo)],
  ["youtube-video", playerIn],
  ["amp-youtube", byId("data-videoid", WORD, youtube)],
  ["amp-vimeo", byId("data-videoid", NUMBER, vimeo)],
  ["amp-dailymotion", byId("data-videoid", WORD, dailymotion)],
  ["amp-twitter", byId("data-tweetid", NUMBER, tweet)],
  ["amp-instagram", byId("data-shortcode", WORD, (code) => `https://www.instagram.com/p/${code}/`)],
  ["amp-facebook", playerIn],
  ["amp-iframe", waitingAddress],
  ["embetty-tweet", byId("status", NUMBER, tweet)],
  [
    "embetty-video",
    (attributes) =>
      byId("video-id", WORD, attributes.get("type") === "vimeo" ? vimeo : youtube)(attributes),
  ],
]);
