import { Parser } from "htmlparser2";
import type { TextComment, TextParts, TextValue } from "../../core/settings/text-values.ts";
import { OPML_PARSING } from "./read-opml.ts";

/** The attributes and comments of an OPML list, as `readOpml` reads them. */
export function opmlParts(text: string): TextParts {
  const values: TextValue[] = [];
  const comments: TextComment[] = [];
  const parser = new Parser(
    {
      onattribute(_, value) {
        // From the name of the attribute to behind its last quote.
        const written = text.slice(parser.startIndex, parser.endIndex);
        const name = /^[^=]*=\s*/.exec(written)?.[0];
        if (name === undefined) return;
        const from = parser.startIndex + name.length;
        values.push({ from, to: parser.endIndex, value, spell });
      },
      oncomment() {
        const written = text.slice(parser.startIndex, parser.endIndex + 1);
        const { length } = /(--!?>)?$/.exec(written)?.[0] ?? "";
        comments.push({ from: parser.startIndex + 4, to: parser.endIndex + 1 - length });
      },
    },
    OPML_PARSING,
  );
  parser.end(text);
  return { values, comments };
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };

const spell = (value: string): string =>
  `"${value.replaceAll(/[&<"]/g, (sign) => ESCAPES[sign] ?? sign)}"`;
