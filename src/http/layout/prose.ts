import type { Texts } from "../words/texts.ts";

export type ProseOptions = {
  readonly texts: Texts;
  /** Whether pictures are loaded from publishers. */
  readonly hasPictures: boolean;
  /** Another path for a picture; `null`: load it from its address. */
  readonly pictureAt?: (address: string) => string | null;
};

/**
 * Fits sanitised HTML into a page, in one pass over its tags: headings follow the page's own
 * without a gap, tables scroll by themselves and are named, pictures load late, links pass no
 * endorsement. Feeds keep the HTML as it is.
 */
export function fitProse(html: string, options: ProseOptions): string {
  const fitted: string[] = [];
  const fitTag = createFitter(html, options);
  let at = 0;
  for (let open = html.indexOf("<"); open !== -1; open = html.indexOf("<", at)) {
    const end = tagEnd(html, open);
    fitted.push(html.slice(at, open), fitTag(html.slice(open, end), end));
    at = end;
  }
  fitted.push(html.slice(at));
  const text = fitted.join("");
  return options.hasPictures ? text : text.replaceAll(EMPTY_FIGURE, "");
}

/** A figure without a caption, after its picture was taken out. */
const EMPTY_FIGURE = /<figure>\s*<\/figure>/g;

/** The position behind the `>` that closes the tag; a `>` in a quoted attribute value does not close it. */
function tagEnd(html: string, open: number): number {
  let quote = "";
  for (let at = open + 1; at < html.length; at += 1) {
    const char = html.charAt(at);
    if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === ">") return at + 1;
  }
  return html.length;
}

/** Rewrites one tag; keeps the state that headings and tables need. */
function createFitter(html: string, { texts, hasPictures, pictureAt }: ProseOptions) {
  const headings = createHeadingLevels();
  const tables = createTables(html, texts);
  const opened = (name: string, tag: string, end: number): string => {
    if (HEADING.test(name)) return headings.open(name, tag);
    if (name === "table") return tables.open(tag, end);
    if (name === "a") return withAttribute(tag, "rel", "nofollow noopener");
    if (name === "img") return hasPictures ? fitPicture(tag, pictureAt) : "";
    return tag;
  };
  const closed = (name: string, tag: string): string => {
    if (HEADING.test(name)) return headings.close();
    return name === "table" ? tables.close(tag) : tag;
  };
  return (tag: string, end: number): string => {
    const [, slash, name = ""] = TAG_NAME.exec(tag) ?? [];
    return slash === "/" ? closed(name, tag) : opened(name, tag, end);
  };
}

const TAG_NAME = /^<(\/?)([a-z][a-z0-9]*)/;
const HEADING = /^h[1-6]$/;

/**
 * Renumbers headings as an outline: the first is h2, below the page's h1, and each deeper one is one
 * level down, whatever its number was. Screen readers walk headings by level and stumble over gaps.
 */
function createHeadingLevels() {
  const outline: number[] = [];
  let current = 2;
  return {
    open: (name: string, tag: string): string => {
      const level = Number(name.slice(1));
      while ((outline.at(-1) ?? 0) >= level) outline.pop();
      outline.push(level);
      current = Math.min(outline.length + 1, 6);
      return tag.replace(/^<h\d/, `<h${current}`);
    },
    close: (): string => `</h${current}>`,
  };
}

/** Wraps each outermost table in a focusable section with a name, so that a wide table scrolls alone. */
function createTables(html: string, texts: Texts) {
  let depth = 0;
  let count = 0;
  return {
    open: (tag: string, end: number): string => {
      depth += 1;
      if (depth > 1) return tag;
      count += 1;
      const name = texts.table(count, captionAt(html, end));
      return `<section class="tbl" aria-label="${name}" tabindex="0">${tag}`;
    },
    close: (tag: string): string => {
      depth -= 1;
      return depth === 0 ? `${tag}</section>` : tag;
    },
  };
}

/** The caption that follows the table's tag, as attribute text: without tags and quotes. */
function captionAt(html: string, end: number): string {
  const start = html.slice(end, end + CAPTION_SEARCH);
  const [, caption = ""] = /^\s*<caption(?: [^>]*)?>([^<]*)</.exec(start) ?? [];
  return caption.replaceAll('"', "&quot;").replace(/\s+/g, " ").trim();
}

/** In characters; a longer caption is a paragraph, not a name. */
const CAPTION_SEARCH = 200;

function fitPicture(tag: string, pictureAt: ProseOptions["pictureAt"]): string {
  const [source = "", address = ""] = /src="([^"]*)"/.exec(tag) ?? [];
  const path = pictureAt?.(address) ?? null;
  const placed = path === null ? tag : tag.replace(source, `src="${path}"`);
  return withAttribute(withAttribute(placed, "alt", ""), "loading", "lazy");
}

const withAttribute = (tag: string, name: string, value: string): string =>
  tag.includes(` ${name}=`) ? tag : `${tag.replace(/\s*\/?>$/, "")} ${name}="${value}">`;
