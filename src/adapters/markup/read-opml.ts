import { Parser } from "htmlparser2";
import { err, ok, type Result } from "../../core/result.ts";

type ParsedOutline = { readonly url: string; readonly title: string | null };

/** What was read of a list, and what was not. */
type ParsedList = {
  readonly outlines: readonly ParsedOutline[];
  /** Number of outlines beyond MAX_OUTLINES, which are not read. */
  readonly beyond: number;
  /** Outlines whose address cannot be polled: how many, and the first few addresses. */
  readonly unusable: { readonly count: number; readonly examples: readonly string[] };
};

export const OPML_PARSING = { xmlMode: true, lowerCaseTags: true, decodeEntities: true };

/** More subscriptions than any person keeps. */
const MAX_OUTLINES = 10_000;
/**
 * Deepest nesting of categories; feed readers write one or two levels. The parser's time grows with the square of the
 * depth.
 */
const MAX_DEPTH = 200;
const MAX_EXAMPLES = 3;
const LONGEST_EXAMPLE = 100;
/** The depth is checked after each chunk. */
const CHUNK_CHARACTERS = 16_384;

/**
 * The subscriptions of an OPML list (opml.org/spec2.opml): every outline with an http(s) `xmlUrl`, at any depth, in the
 * order of the document.
 *
 * @returns an error when the text is no OPML: the end of a sentence that the caller begins.
 */
export function readOpml(text: string): Result<ParsedList, string> {
  const list = { outlines: [] as ParsedOutline[], beyond: 0, count: 0, examples: [] as string[] };
  let isOpml = false;
  let depth = 0;
  let deepest = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        deepest = Math.max(deepest, depth);
        if (name === "opml") isOpml = true;
        if (name === "outline") take(attributes, list);
      },
      onclosetag() {
        depth -= 1;
      },
    },
    OPML_PARSING,
  );
  for (let from = 0; from < text.length && deepest <= MAX_DEPTH; from += CHUNK_CHARACTERS) {
    parser.write(text.slice(from, from + CHUNK_CHARACTERS));
  }
  if (deepest > MAX_DEPTH) return err(`is nested deeper than ${MAX_DEPTH} levels`);
  parser.end();
  const { outlines, beyond, count, examples } = list;
  return isOpml ? ok({ outlines, beyond, unusable: { count, examples } }) : err("is not OPML");
}

type Taken = { outlines: ParsedOutline[]; beyond: number; count: number; examples: string[] };

function take(attributes: Readonly<Record<string, string>>, list: Taken): void {
  const found = new Map(
    Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]),
  );
  const address = (found.get("xmlurl") ?? "").trim();
  if (address === "") return; // a category
  const url = /^https?:\/\//i.test(address) ? URL.parse(address) : null;
  if (url === null) {
    list.count += 1;
    if (list.examples.length < MAX_EXAMPLES) list.examples.push(shown(address));
  } else if (list.outlines.length < MAX_OUTLINES) {
    list.outlines.push({ url: url.href, title: found.get("text") || found.get("title") || null });
  } else list.beyond += 1;
}

/** The address on one line, without password, query and fragment. */
const shown = (address: string): string =>
  address
    .replace(/\p{C}+/gu, " ")
    .replace(/\/\/[^/@]*@/, "//")
    .replace(/[?#].*/, "")
    .slice(0, LONGEST_EXAMPLE);
