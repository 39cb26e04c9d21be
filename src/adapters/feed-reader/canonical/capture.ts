import { escapeAttribute, escapeText } from "../plain-text.ts";
import { resolveAttribute } from "../resolve-urls.ts";
import { constructHtml } from "./text-construct.ts";
import type { Dialect } from "./vocabulary.ts";

/** Collects what is inside an element that holds text or markup, in its order. */
export type Capture = {
  readonly text: (text: string) => void;
  /** Opens an element inside; gives the name to close it with, or `null` when it needs no closing. */
  readonly open: (tag: CapturedTag) => string | null;
  readonly close: (name: string) => void;
  readonly html: (dialect: Dialect) => string;
};

export type CapturedTag = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly base: string | null;
  readonly isSelfClosing: boolean;
};

type CaptureStart = {
  readonly key: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly base: string | null;
};

export function createCapture({ key, attributes, base }: CaptureStart): Capture {
  const type = attributes.get("type")?.trim().toLowerCase() ?? null;
  const mode = attributes.get("mode")?.trim().toLowerCase() ?? null;
  const wrapper = createWrapper(type);
  let text = "";
  let html: string | null = null;
  return {
    text: (piece) => {
      if (html === null) text += piece;
      else html += escapeText(piece);
      wrapper.text(piece);
    },
    open: (tag) => {
      if (html === null) html = escapeText(text);
      const isVoid = VOID.has(tag.name);
      const markup = openTag(tag);
      html += markup;
      wrapper.open(tag.name, html.length);
      if (isVoid) return null;
      if (!tag.isSelfClosing) return tag.name;
      html += `</${tag.name}>`;
      wrapper.close();
      return null;
    },
    close: (name) => {
      html += `</${name}>`;
      wrapper.close();
    },
    html: (dialect) =>
      constructHtml({ key, text, html: wrapper.unwrap(html), type, mode, base }, dialect),
  };
}

/** HTML §13.1.2: these have no end tag. */
const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

function openTag({ name, attributes, base }: CapturedTag): string {
  let tag = `<${name}`;
  for (const [attribute, value] of attributes) {
    if (attribute.startsWith("xmlns") || attribute === "xml:base") continue;
    const local = attribute === "xml:lang" ? "lang" : attribute.slice(attribute.indexOf(":") + 1);
    tag += ` ${local}="${escapeAttribute(resolveAttribute(local, value, base))}"`;
  }
  return `${tag}>`;
}

/** RFC 4287 §3.1.1.3: the one div around xhtml is not part of the content. */
function createWrapper(type: string | null) {
  let depth = 0;
  let elements = 0;
  let hasText = false;
  let innerStart = -1;
  const isXhtml = type?.includes("xhtml") ?? false;
  return {
    text: (piece: string): void => {
      if (depth === 0 && !hasText) hasText = piece.trim() !== "";
    },
    open: (name: string, length: number): void => {
      if (depth === 0) elements += 1;
      if (depth === 0 && name === "div" && elements === 1) innerStart = length;
      if (!VOID.has(name)) depth += 1;
    },
    close: (): void => {
      depth -= 1;
    },
    unwrap: (html: string | null): string | null => {
      if (html === null || !isXhtml || elements !== 1 || hasText || innerStart < 0) return html;
      return html.slice(innerStart, html.lastIndexOf("</div>"));
    },
  };
}
