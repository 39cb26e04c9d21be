import { decodeHTML, decodeHTMLStrict } from "entities";
import { Tokenizer } from "htmlparser2";
import { IGNORED_TOKENS } from "./token-callbacks.ts";

/** An attribute as written: its value still holds its character references. */
export type RawAttribute = {
  readonly name: string;
  readonly value: string;
  /** Where the value stands in the text, quotes excluded. */
  readonly start: number;
  readonly end: number;
};

/** The parts of a document, in order; names and values exactly as written, nothing balanced. */
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
 * Reads markup as a flat sequence of events, leniently and in linear time. There is no tree, stack or recursion, so no
 * document can be too deep. Uses htmlparser2's tokenizer without its parser, whose stack costs quadratic time on
 * elements that never close.
 */
export function readMarkup(text: string, handler: MarkupHandler, options: MarkupOptions): void {
  let from = 0;
  for (let restarts = 0; from < text.length; restarts += 1) {
    const rest = from === 0 ? text : text.slice(from);
    const stop = readUntilSlip(rest, handler, { ...options, mayStop: restarts < MAX_RESTARTS });
    const next = nextTag(rest, stop + 1);
    if (stop < rest.length) handler.onText?.(rest.slice(stop, next));
    from += next;
  }
}

/** After this many slips a stray `<` is read as the tokenizer takes it: as a tag up to the next `>`. */
const MAX_RESTARTS = 10_000;

/** Where the next tag, comment or instruction can begin. */
function nextTag(text: string, from: number): number {
  const begin = /<[\p{L}_:/!?]/gu;
  begin.lastIndex = from;
  return begin.exec(text)?.index ?? text.length;
}

type StoppableOptions = MarkupOptions & { readonly mayStop: boolean };

/**
 * Reads up to a `<` that begins no tag, as in `I <3 it`, which the tokenizer would take for one. Returns its place, or
 * the end of the text.
 */
function readUntilSlip(text: string, handler: MarkupHandler, options: StoppableOptions): number {
  const tag = openTag(text, options.maxAttributes);
  let stop = text.length;
  const opened = (isSelfClosing: boolean): void => {
    if (stop === text.length) handler.onOpen(tag.name(), tag.attributes(), isSelfClosing);
  };
  const tokenizer = new Tokenizer(
    { xmlMode: options.dialect === "xml", decodeEntities: false },
    {
      ...IGNORED_TOKENS,
      isInForeignContext: () => false,
      onopentagname: (start, end) => {
        tag.begin(start, end);
        if (!options.mayStop || isName(tag.name())) return;
        stop = start - 1;
        tokenizer.pause();
      },
      onattribname: tag.beginAttribute,
      onattribdata: tag.addValue,
      onattribend: tag.endAttribute,
      onopentagend: () => opened(false),
      onselfclosingtag: () => opened(true),
      onclosetag: (start, end) => handler.onClose?.(text.slice(start, end)),
      ontext: (start, end) => handler.onText?.(text.slice(start, end)),
      oncdata: (start, end, offset) => handler.onCdata?.(text.slice(start, end - offset)),
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  return stop;
}

/** Collects the start tag under way: its name, and its attributes up to the limit. */
function openTag(text: string, maxAttributes: number) {
  let name = "";
  let attributes: RawAttribute[] = [];
  let attribute = "";
  let valueStart = -1;
  let valueEnd = -1;
  return {
    name: () => name,
    attributes: () => attributes,
    begin: (start: number, end: number): void => {
      name = text.slice(start, end);
      attributes = [];
    },
    beginAttribute: (start: number, end: number): void => {
      attribute = attributes.length < maxAttributes ? text.slice(start, end) : "";
      valueStart = -1;
    },
    addValue: (start: number, end: number): void => {
      if (valueStart < 0) valueStart = start;
      valueEnd = end;
    },
    endAttribute: (): void => {
      if (attribute === "") return;
      const value = valueStart < 0 ? "" : text.slice(valueStart, valueEnd);
      attributes.push({ name: attribute, value, start: valueStart, end: valueEnd });
    },
  };
}

/** Whether a name can be that of a tag; in `<3`, `<-` and `<<`, which people write in text, it cannot. */
const isName = (name: string): boolean => /^[\p{L}_:]/u.test(name);

/** Replaces the references that XML and HTML define and that end in a semicolon. */
export const decodeReferences = (raw: string): string =>
  raw.includes("&") ? decodeHTMLStrict(raw) : raw;

/** Replaces references as browsers do in text, also some without their semicolon (`&copy 2026`). */
export const decodeHtmlText = (raw: string): string => (raw.includes("&") ? decodeHTML(raw) : raw);
