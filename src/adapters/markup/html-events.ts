import { Parser } from "htmlparser2";

/** The parts of a document, in order. End tags that authors leave out are reported as well. */
export type HtmlEvents = {
  /** Names in lower case, values decoded; the first attribute of a name counts. */
  readonly onopentag: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly onclosetag: () => void;
  /** Decoded; one text may come in several pieces. */
  readonly ontext: (text: string) => void;
  readonly oncomment: (text: string) => void;
};

/** Reads a guarded document (guardMarkup) as HTML. */
export function readHtml(html: string, events: HtmlEvents): void {
  const parser = new Parser(events);
  parser.write(html);
  parser.end();
}
