import sanitizeHtml from "sanitize-html";
import { guardMarkup } from "./guard.ts";
import { type Attributes, imageUrl, isTrackingPixel, largestOfSet, pixels } from "./images.ts";
import { linkUrl, webUrl } from "./urls.ts";

/**
 * Foreign markup reduced to an allow-list, in linear time: no scripts, styles, forms, frames or
 * foreign namespaces; only http(s), mailto and tel addresses, absolute against `baseUrl` (without
 * a base, relative links lose their address and relative pictures go). Frames and players become
 * links to what they show. `div` is kept as the border of a block and `class` on it for rules
 * that know share buttons by it: cleanContent turns the one into paragraphs and drops the other.
 */
export function sanitizeMarkup(html: string, baseUrl: string | null): string {
  return sanitizeHtml(guardMarkup(html), {
    allowedTags: [...BLOCK_TAGS, ...INLINE_TAGS],
    allowedAttributes: ALLOWED_ATTRIBUTES,
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowProtocolRelative: false,
    nonTextTags: NON_TEXT_TAGS,
    nestingLimit: 300,
    parseStyleAttributes: false,
    transformTags: transforms(baseUrl),
  });
}

/** Block elements that an article may have. */
export const BLOCK_TAGS: readonly string[] =
  "div p h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td blockquote pre figure figcaption hr".split(
    " ",
  );

/** Inline elements that an article may have. */
export const INLINE_TAGS: readonly string[] =
  "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small strong sub sup time u var wbr".split(
    " ",
  );

/** Attributes that may be published, by element. */
export const PUBLISHED_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    a: ["href", "title", "hreflang"],
    abbr: ["title"],
    bdo: ["dir"],
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

/** Set on a link that stands for a frame or a player; never published. */
export const EMBED_MARK = "data-embed";

const ALLOWED_ATTRIBUTES: Record<string, string[]> = Object.fromEntries([
  ...[...PUBLISHED_ATTRIBUTES].map(([tag, names]) => [tag, [...names]]),
  ["a", ["href", "title", "hreflang", EMBED_MARK]],
  ...["div", "ul", "p", "figure", "blockquote"].map((tag) => [
    tag,
    [...(PUBLISHED_ATTRIBUTES.get(tag) ?? []), "class"],
  ]),
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

function transforms(baseUrl: string | null): Record<string, Transform> {
  const embeds = embedTransforms(baseUrl);
  const table: [string, Transform][] = [
    ...DIVISIONS.map((tag): [string, Transform] => [tag, (_, given) => keep("div", given)]),
    ...Object.entries(ALIASES).map(([tag, name]): [string, Transform] => [
      tag,
      (_, given) => keep(name, given),
    ]),
    ["a", (_, given) => keep("a", anchor(given, baseUrl))],
    ["blockquote", (_, given) => keep("blockquote", withCitation(given, baseUrl))],
    ["q", (_, given) => keep("q", withCitation(given, baseUrl))],
    ["p", (_, given) => keep(isCaption(given) ? "figcaption" : "p", given)],
    ["div", (_, given) => keep(isCaptioned(given) ? "figure" : "div", given)],
    ...embeds,
  ];
  return Object.fromEntries(table);
}

const keep = (tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag => ({
  tagName,
  attribs,
});

const anchor = (given: sanitizeHtml.Attributes, baseUrl: string | null) => ({
  href: linkUrl(given["href"], baseUrl) ?? "",
  title: given["title"] ?? "",
  hreflang: given["hreflang"] ?? "",
});

const withCitation = (given: sanitizeHtml.Attributes, baseUrl: string | null) => ({
  ...given,
  cite: webUrl(given["cite"], baseUrl) ?? "",
});

// WordPress wrote captions as classes before it had figures.
const isCaption = (given: Attributes): boolean => /\bwp-caption-text\b/.test(given["class"] ?? "");
const isCaptioned = (given: Attributes): boolean =>
  /\bwp-caption\b(?!-)/.test(given["class"] ?? "");

/** Pictures and players. The transforms share what one element leaves for the next. */
function embedTransforms(baseUrl: string | null): [string, Transform][] {
  // `picture` keeps addresses on `source`, before its `img`; so do players, for themselves.
  let pictureSet = "";
  let playerWaits = false;

  const link = (name: string, raw: string | undefined): sanitizeHtml.Tag =>
    embedLink(name, webUrl(raw, baseUrl));
  const player: Transform = (name, given) => {
    playerWaits = !given["src"];
    return link(name, given["src"]);
  };

  return [
    ["iframe", (name, given) => link(name, given["src"] ?? given["data-src"])],
    ["embed", (name, given) => link(name, given["src"])],
    ["object", (name, given) => link(name, given["data"])],
    ["video", player],
    ["audio", player],
    [
      "source",
      (name, given) => {
        if (given["srcset"] || given["data-srcset"]) {
          pictureSet ||= largestOfSet(given["data-srcset"] ?? given["srcset"] ?? "");
        }
        const isFirst = playerWaits && given["src"] !== undefined;
        playerWaits &&= !isFirst;
        return isFirst ? link(name, given["src"]) : keep(name, {});
      },
    ],
    [
      "img",
      (_, given) => {
        const set = pictureSet;
        pictureSet = "";
        return image(given, set, baseUrl);
      },
    ],
  ];
}

// An element keeps its own name to go: sanitize-html 2.18 loses count after another one.
const embedLink = (name: string, url: string | null): sanitizeHtml.Tag =>
  url ? { tagName: "a", attribs: { href: url, [EMBED_MARK]: "1" }, text: url } : keep(name, {});

function image(given: Attributes, pictureSet: string, baseUrl: string | null): sanitizeHtml.Tag {
  // A picture without an address stands for its `alt`, or for nothing.
  const emoji = emojiText(given);
  if (emoji) return keep("img", { alt: emoji });
  const url = imageUrl(given, baseUrl) ?? webUrl(pictureSet, baseUrl);
  if (!url || isTrackingPixel(given, url)) return keep("img", {});
  const attributes = {
    src: url,
    alt: (given["alt"] ?? "").slice(0, 2000),
    title: given["title"] ?? "",
    width: pixels(given["width"]) ?? "",
    height: pixels(given["height"]) ?? "",
  };
  return keep("img", attributes);
}

/** WordPress replaces emoji by pictures with the character as `alt`. */
function emojiText(given: Attributes): string | null {
  const isEmoji =
    /\b(?:wp-smiley|emoji)\b/.test(given["class"] ?? "") ||
    (given["src"] ?? "").includes("/images/core/emoji/");
  const alt = given["alt"] ?? "";
  return isEmoji && alt !== "" && alt.length <= 16 ? alt : null;
}
