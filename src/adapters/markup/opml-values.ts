import { Parser } from "htmlparser2";
import type { TextValue } from "../../core/settings/text-values.ts";
import { OPML_PARSING } from "./read-opml.ts";

/** The attributes of an OPML list, as `readOpml` reads them. */
export function opmlValues(text: string): readonly TextValue[] {
  const values: TextValue[] = [];
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
    },
    OPML_PARSING,
  );
  parser.end(text);
  return values;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };

const spell = (value: string): string =>
  `"${value.replaceAll(/[&<"]/g, (sign) => ESCAPES[sign] ?? sign)}"`;
