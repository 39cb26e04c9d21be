import { decodeHTML, decodeHTMLStrict } from "entities";
import { Tokenizer } from "htmlparser2";

/** An attribute as written: its value still holds its character references. */
export type RawAttribute = {
  readonly name: string;
  readonly value: string;
  /** Where the value stands in the text, quotes excluded. */
  readonly start: number;
  readonly end: number;
};

/** What a document holds, in its order; names and values exactly as written, nothing balanced. */
export type MarkupHandler = {
  readonly onOpen: (
    name: string,
    attributes: readonly RawAttribute[],
    isSelfClosing: boolean,
  ) => void;
  readonly onClose?: (name: string) => void;
  /** Text with its references undecoded. */
  readonly onText?: (raw: string) => void;
  readonly onCdata?: (text: string) => void;
};

export type MarkupOptions = {
  /** XML knows CDATA and self-closing tags, HTML the raw text of script, style and title. */
  readonly dialect: "xml" | "html";
  /** Attributes of one element beyond this number are dropped. */
  readonly maxAttributes: number;
};

/**
 * Reads markup as a flat row of events, leniently and in linear time: no tree, no stack, no
 * recursion, so that no document can be too deep for it. The tokenizer of htmlparser2 is used
 * without its parser, whose stack costs quadratic time on elements that never close.
 */
export function readMarkup(text: string, handler: MarkupHandler, options: MarkupOptions): void {
  const isXml = options.dialect === "xml";
  const tag = openTag(text, options.maxAttributes);
  const opened = (isSelfClosing: boolean, end: number): void => {
    if (isName(tag.name())) handler.onOpen(tag.name(), tag.attributes(), isSelfClosing);
    else handler.onText?.(text.slice(tag.start() - 1, end + 1));
  };
  const tokenizer = new Tokenizer(
    { xmlMode: isXml, decodeEntities: false },
    {
      onopentagname: tag.begin,
      onattribname: tag.name_,
      onattribdata: tag.data,
      onattribend: tag.finish,
      onopentagend: (end) => opened(false, end),
      onselfclosingtag: (end) => opened(true, end),
      onclosetag: (start, end) => handler.onClose?.(text.slice(start, end)),
      ontext: (start, end) => handler.onText?.(text.slice(start, end)),
      oncdata: (start, end, offset) => handler.onCdata?.(text.slice(start, end - offset)),
      ...IGNORED,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
}

const nothing = (): void => {};

const IGNORED = {
  onattribentity: nothing,
  ontextentity: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onprocessinginstruction: nothing,
  onend: nothing,
  isInForeignContext: () => false,
};

/** The open tag under way: its name, and its attributes up to the limit. */
function openTag(text: string, maxAttributes: number) {
  let nameStart = 0;
  let name = "";
  let attributes: RawAttribute[] = [];
  let attribute = "";
  let valueStart = -1;
  let valueEnd = -1;
  return {
    start: () => nameStart,
    name: () => name,
    attributes: () => attributes,
    begin: (start: number, end: number): void => {
      nameStart = start;
      name = text.slice(start, end);
      attributes = [];
    },
    name_: (start: number, end: number): void => {
      attribute = attributes.length < maxAttributes ? text.slice(start, end) : "";
      valueStart = -1;
    },
    data: (start: number, end: number): void => {
      if (valueStart < 0) valueStart = start;
      valueEnd = end;
    },
    finish: (): void => {
      if (attribute === "") return;
      const value = valueStart < 0 ? "" : text.slice(valueStart, valueEnd);
      attributes.push({ name: attribute, value, start: valueStart, end: valueEnd });
    },
  };
}

/** Not a name: `<3`, `<-`, `<<`, which people write in text. */
const isName = (name: string): boolean => /^[\p{L}_:]/u.test(name);

/** Replaces the references that XML and HTML define, those that end in a semicolon. */
export const decodeReferences = (raw: string): string =>
  raw.includes("&") ? decodeHTMLStrict(raw) : raw;

/** Replaces references as browsers do in text, also some without their semicolon (`&copy 2026`). */
export const decodeHtmlText = (raw: string): string => (raw.includes("&") ? decodeHTML(raw) : raw);
