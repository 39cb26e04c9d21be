import { decodeHTMLAttribute } from "entities";
import { Tokenizer } from "htmlparser2";
import { IGNORED_TOKENS } from "./token-callbacks.ts";

/** A tag where it stands in the markup. */
export type Tag = {
  /** Lower-case. */
  readonly name: string;
  readonly isEnd: boolean;
  readonly start: number;
  readonly end: number;
  /** Decoded values by lower-case name; the first of a name counts. */
  readonly attributes: ReadonlyMap<string, string>;
};

type TagAttribute = { readonly name: string; start: number; end: number };

/** Calls `onTag` for each tag of a wanted name, in order. Works on tokens alone, in linear time. */
export function eachTag(
  html: string,
  wanted: (name: string) => boolean,
  onTag: (tag: Tag) => void,
): void {
  const under = startTag(html, wanted);
  const opened = (end: number): void => {
    const tag = under.close(end + 1);
    if (tag !== null) onTag(tag);
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ...IGNORED_TOKENS,
      onopentagname: under.begin,
      onattribname: under.beginAttribute,
      onattribdata: under.addValue,
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => {
        const name = html.slice(start, end).trimEnd().toLowerCase();
        if (!wanted(name)) return;
        const close = html.indexOf(">", end - 1);
        const after = close < 0 ? html.length : close + 1;
        onTag({ name, start: start - 2, end: after, isEnd: true, attributes: NO_ATTRIBUTES });
      },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

type StartTag = { readonly name: string; readonly start: number; readonly raw: TagAttribute[] };

/** Collects the start tag under way, if its name is wanted. */
function startTag(html: string, wanted: (name: string) => boolean) {
  let open: StartTag | null = null;
  return {
    begin: (start: number, end: number): void => {
      const name = html.slice(start, end).toLowerCase();
      open = wanted(name) ? { name, start: start - 1, raw: [] } : null;
    },
    beginAttribute: (start: number, end: number): void => {
      if (open === null || open.raw.length >= MAX_ATTRIBUTES) return;
      open.raw.push({ name: html.slice(start, end).toLowerCase(), start: end, end });
    },
    addValue: (start: number, end: number): void => {
      const last = open?.raw.at(-1);
      if (last === undefined) return;
      if (last.start === last.end) last.start = start;
      last.end = end;
    },
    close: (end: number): Tag | null => {
      if (open === null) return null;
      const { name, start, raw } = open;
      open = null;
      return { name, start, end, isEnd: false, attributes: readAttributes(html, raw) };
    },
  };
}

const MAX_ATTRIBUTES = 64;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function readAttributes(html: string, raw: readonly TagAttribute[]): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const { name, start, end } of raw) {
    if (!attributes.has(name)) attributes.set(name, decodeHTMLAttribute(html.slice(start, end)));
  }
  return attributes;
}
