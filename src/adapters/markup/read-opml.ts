import { Parser } from "htmlparser2";

export type OpmlOutline = { readonly url: string; readonly title: string | null };

/** More subscriptions than any person keeps: beyond it the list is cut. */
const MAX_OUTLINES = 10_000;

/**
 * The subscriptions of an OPML list (opml.org/spec2.opml): every outline with an http(s) `xmlUrl`,
 * at any depth, in the order of the document.
 *
 * @returns `null` when the text is no OPML.
 */
export function readOpml(text: string): readonly OpmlOutline[] | null {
  const outlines: OpmlOutline[] = [];
  let isOpml = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === "opml") isOpml = true;
        if (name !== "outline" || outlines.length >= MAX_OUTLINES) return;
        const found = new Map(
          Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]),
        );
        const url = (found.get("xmlurl") ?? "").trim();
        if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return;
        outlines.push({
          url: new URL(url).href,
          title: found.get("text") || found.get("title") || null,
        });
      },
    },
    { xmlMode: true, lowerCaseTags: true, decodeEntities: true },
  );
  parser.end(text);
  return isOpml ? outlines : null;
}
