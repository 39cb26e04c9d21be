import { createRequire } from "node:module";
import type sanitizeHtml from "sanitize-html";
import { isCaptionName, isCreditName } from "./captions.ts";
import { embedTitle, watchUrl } from "./embeds.ts";
import { formulasAsText } from "./formulas.ts";
import { guardMarkup } from "./guard.ts";
import {
  type ImageAttributes,
  isTrackingPixel,
  type PictureSource,
  shownPicture,
} from "./images.ts";
import { type NoteIds, noteIdsIn } from "./note-ids.ts";
import { composeShadowRoots } from "./shadow-roots.ts";
import { standardElements } from "./standard-elements.ts";
import { linkUrl, webUrl } from "./urls.ts";

/**
 * Reduces foreign markup to an allow-list, in linear time: no scripts, styles, forms, frames or foreign namespaces
 * (formulas become text). Addresses are http(s), mailto or tel, absolute against `baseUrl`; without a base, relative
 * links lose their address and relative pictures are dropped. Frames and players become links to what they show.
 * Language, direction and the ids of notes stay.
 *
 * `div` stays as the border of a block, and `class` for rules that know share buttons by it: cleanContent makes
 * paragraphs of divs and drops the classes.
 */
export function sanitizeMarkup(html: string, baseUrl: string | null): string {
  const shown = composeShadowRoots(html);
  const guarded = guardMarkup(standardElements(formulasAsText(shown)));
  sanitizer ??= createRequire(import.meta.url)("sanitize-html") as typeof sanitizeHtml;
  return sanitizer(guarded, {
    allowedTags: [...BLOCK_TAGS, ...INLINE_TAGS],
    allowedAttributes: ALLOWED_ATTRIBUTES,
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowProtocolRelative: false,
    nonTextTags: NON_TEXT_TAGS,
    nestingLimit: 300,
    parseStyleAttributes: false,
    transformTags: transforms(baseUrl, noteIdsIn(guarded, baseUrl)),
    // KaTeX draws its formulas a second time, for the eye alone.
    exclusiveFilter: ({ attribs }) => /\bkatex-html\b/.test(attribs["class"] ?? ""),
  });
}

/** Loaded for the first markup that is not plain (plain-markup.ts), with a parser of styles that is never used. */
let sanitizer: typeof sanitizeHtml | undefined;

/** Block elements that an article may have. */
export const BLOCK_TAGS: readonly string[] =
  "div p h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td blockquote pre figure figcaption hr".split(
    " ",
  );

/** Inline elements that an article may have. */
export const INLINE_TAGS: readonly string[] =
  "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr".split(
    " ",
  );

/** Attributes that any element may have. */
export const MEANING_ATTRIBUTES = ["lang", "dir", "id"] as const;

/** Further attributes that may be published, by element. */
export const PUBLISHED_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    a: ["href", "title", "hreflang"],
    abbr: ["title"],
    blockquote: ["cite"],
    img: ["src", "alt", "title", "width", "height"],
    ol: ["start", "reversed", "type"],
    li: ["value"],
    q: ["cite"],
    td: ["colspan", "rowspan"],
    th: ["colspan", "rowspan", "scope"],
    time: ["datetime"],
  }),
);

/** Set on a link that stands for a frame or a player: its title, or a blank. Never published. */
export const EMBED_MARK = "data-embed";

/** Elements that keep their class names. */
export const CLASSED_TAGS: readonly string[] = "div ul p figure blockquote span".split(" ");

const ALLOWED_ATTRIBUTES: Record<string, string[]> = Object.fromEntries([
  ["*", [...MEANING_ATTRIBUTES]],
  ...[...PUBLISHED_ATTRIBUTES].map(([tag, names]) => [tag, [...names]]),
  ["a", ["href", "title", "hreflang", EMBED_MARK]],
  ...CLASSED_TAGS.map((tag) => [tag, [...(PUBLISHED_ATTRIBUTES.get(tag) ?? []), "class"]]),
]);

/** Elements whose content is no text of the article. */
const NON_TEXT_TAGS =
  "script style template textarea option select button title xmp noembed noframes nav canvas datalist progress meter".split(
    " ",
  );

/** Elements that only divide a page. */
const DIVISIONS =
  "address article aside body center details dialog dir fieldset footer form header hgroup html legend main optgroup search section summary".split(
    " ",
  );

/** Presentational or misspelt elements, and what they mean. */
const ALIASES: Readonly<Record<string, string>> = {
  h1: "h2",
  menu: "ul",
  strike: "s",
  tt: "code",
  listing: "pre",
  acronym: "abbr",
};

type Transform = sanitizeHtml.Transformer;

function transforms(baseUrl: string | null, notes: NoteIds): Record<string, Transform> {
  const table: [string, Transform][] = [
    ...DIVISIONS.map((tag): [string, Transform] => [tag, (_, given) => keep("div", given)]),
    ...Object.entries(ALIASES).map(([tag, name]): [string, Transform] => [
      tag,
      (_, given) => keep(name, given),
    ]),
    ["a", (_, given) => keep("a", anchor(given, baseUrl, notes))],
    ["blockquote", (_, given) => keep("blockquote", withCitation(given, baseUrl))],
    ["q", (_, given) => keep("q", withCitation(given, baseUrl))],
    ["div", (_, given) => keep(isCaptioned(given) ? "figure" : "div", given)],
    ...captionTransforms(),
    ...frameTransforms(baseUrl),
    ...shownTransforms(baseUrl),
    ["*", (name, given) => keep(name, withMeaning(given, notes))],
  ];
  return Object.fromEntries(table);
}

const keep = (tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag => ({
  tagName,
  attribs,
});

type GivenAttributes = Readonly<Record<string, string>>;

/** The attributes of a link: its address checked and absolute, or that of a note of the text. */
export function anchor(given: GivenAttributes, baseUrl: string | null, notes: NoteIds) {
  const note = notes.targetOf(given["href"]);
  return {
    ...given,
    href: note === null ? (linkUrl(given["href"], baseUrl) ?? "") : `#${note}`,
    id: given["id"] ?? given["name"] ?? "",
  };
}

/** Keeps valid languages and directions, and an id only when a link of the text leads to it. */
export function withMeaning(given: GivenAttributes, notes: NoteIds): sanitizeHtml.Attributes {
  const { lang, "xml:lang": xmlLang, dir, id, ...others } = given;
  const language = lang ?? xmlLang ?? "";
  const direction = (dir ?? "").trim().toLowerCase();
  const note = notes.idOf(id);
  return {
    ...others,
    ...(LANGUAGE.test(language) ? { lang: language } : {}),
    ...(DIRECTIONS.has(direction) ? { dir: direction } : {}),
    ...(note === null ? {} : { id: note }),
  };
}

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i;
const DIRECTIONS: ReadonlySet<string> = new Set(["ltr", "rtl", "auto"]);

const withCitation = (given: sanitizeHtml.Attributes, baseUrl: string | null) => ({
  ...given,
  cite: webUrl(given["cite"], baseUrl) ?? "",
});

// WordPress wrote captions as classes before it had figures.
const isCaption = (given: ImageAttributes): boolean =>
  /\bwp-caption-text\b/.test(given["class"] ?? "");
const isCaptioned = (given: ImageAttributes): boolean =>
  /\bwp-caption\b(?!-)/.test(given["class"] ?? "");

/** Whether an element's class names may make another element of it, or leave it out. */
export const mayBecomeAnother = (classes: string): boolean =>
  classes.includes("wp-caption") || classes.includes("katex") || isCaptionName(classes);

/**
 * A caption on the line of its picture, and the credit behind it, become paragraphs, which captionPictures puts into
 * the picture's figure (captions.ts).
 */
function captionTransforms(): [string, Transform][] {
  let isBehindCaption = false;
  const paragraph: Transform = (_, given) => {
    isBehindCaption = false;
    return keep(isCaption(given) ? "figcaption" : "p", given);
  };
  const span: Transform = (_, given) => {
    const names = given["class"] ?? "";
    const isCredit = isBehindCaption && isCreditName(names);
    isBehindCaption = isCaptionName(names);
    return keep(isBehindCaption || isCredit ? "p" : "span", given);
  };
  return [
    ["p", paragraph],
    ["span", span],
  ];
}

/** Frames and players that carry their address themselves. */
function frameTransforms(baseUrl: string | null): [string, Transform][] {
  const framed =
    (...keys: readonly string[]): Transform =>
    (name, given) =>
      embedLink(name, firstUrl(given, keys, baseUrl), given);
  return [
    ["iframe", framed("src", "data-src", "data-lazy-src")],
    ["embed", framed("src")],
    ["object", framed("data")],
  ];
}

const firstUrl = (given: ImageAttributes, keys: readonly string[], baseUrl: string | null) =>
  keys.map((key) => webUrl(given[key], baseUrl)).find((url) => url !== null) ?? null;

/**
 * A `picture` has its addresses on `source` elements before its `img`, and a player has its own on `source` elements
 * inside: each handler remembers them for the next element.
 */
function shownTransforms(baseUrl: string | null): [string, Transform][] {
  let pictureSources: PictureSource[] = [];
  let playerWaits = false;

  const link: Transform = (name, given) => embedLink(name, webUrl(given["src"], baseUrl), given);
  const player: Transform = (name, given) => {
    playerWaits = !given["src"];
    return link(name, given);
  };
  const source: Transform = (name, given) => {
    const set = given["data-srcset"] ?? given["srcset"];
    if (set) pictureSources.push({ set, type: given["type"], isCrop: "media" in given });
    const isFirst = playerWaits && given["src"] !== undefined;
    playerWaits &&= !isFirst;
    return isFirst ? link(name, given) : keep(name, {});
  };
  const picture: Transform = (_, given) => {
    const sources = pictureSources;
    pictureSources = [];
    return keep("img", pictureAttributes(given, sources, baseUrl));
  };
  return [
    ["video", player],
    ["audio", player],
    ["source", source],
    ["img", picture],
  ];
}

/**
 * When no address is known, the element keeps its own name and is dropped later: sanitize-html 2.18 loses count after a
 * renamed one.
 */
function embedLink(name: string, frame: string | null, given: ImageAttributes): sanitizeHtml.Tag {
  if (frame === null) return keep(name, {});
  const href = watchUrl(frame);
  const title = embedTitle(given["title"]) ?? "";
  return { tagName: "a", attribs: { href, [EMBED_MARK]: title || " " }, text: href };
}

/** The attributes of a picture; none for one that shows nothing, and only `alt` for one that stands for a sign. */
export function pictureAttributes(
  given: ImageAttributes,
  sources: readonly PictureSource[],
  baseUrl: string | null,
): sanitizeHtml.Attributes {
  // A picture without an address becomes its `alt`, or nothing.
  const emoji = emojiText(given);
  if (emoji) return { alt: emoji };
  const shown = shownPicture(given, sources, baseUrl);
  if (shown === null || isTrackingPixel(given, shown.url)) return {};
  return {
    src: shown.url,
    alt: (given["alt"] ?? "").slice(0, 2000),
    title: given["title"] ?? "",
    width: shown.width,
    height: shown.height,
  };
}

/** WordPress replaces emoji by pictures with the character as `alt`. */
function emojiText(given: ImageAttributes): string | null {
  const isEmoji =
    /\b(?:wp-smiley|emoji)\b/.test(given["class"] ?? "") ||
    (given["src"] ?? "").includes("/images/core/emoji/");
  const alt = given["alt"] ?? "";
  return isEmoji && alt !== "" && alt.length <= 16 ? alt : null;
}
