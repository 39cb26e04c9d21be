import fc from "fast-check";

/** What breaks writers, to be mixed with any other code unit. */
const FRAGMENTS = [
  "]]>",
  "<![CDATA[",
  "</title>",
  "</item><item>",
  "</entry>",
  "<link>https://evil.example</link>",
  "<!--",
  "<?xml?>",
  "&amp;",
  "&lt;b&gt;",
  "&#x26;",
  "&",
  "<",
  ">",
  '"',
  "'",
  "\u0000",
  "\u0001",
  "\u0002",
  "\u0085",
  "\r\n",
  "\t",
  "\ud83d",
  "\ude00",
  "\ufffe",
  "\uffff",
  "\u2028",
  "\u202e",
  "$&",
  "$1",
  "\\",
];

/** Any UTF-16 string, well-formed or not, with more than its share of what breaks writers. */
export const hostileString = (): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...FRAGMENTS),
        fc.string({ maxLength: 8 }),
        fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(""));
