import { Parser } from "htmlparser2";

/** What stands in a document, in order; end tags that authors leave out are told as well. */
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
