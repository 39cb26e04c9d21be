/** A part of a text that is read as one value: a scalar of YAML, an attribute of XML. */
export type TextValue = {
  /** Where it stands in the text, with its quotes. */
  readonly from: number;
  readonly to: number;
  /** As it is read, without quotes and escapes. */
  readonly value: string;
  /** Another value as it may stand there. */
  readonly spell: (value: string) => string;
};

/** What stands within a comment, without the marks that begin and end it. */
export type TextComment = { readonly from: number; readonly to: number };

/** Both in the order of the text. A comment may stand within a value that begins before it. */
export type TextParts = {
  readonly values: readonly TextValue[];
  readonly comments: readonly TextComment[];
};

export type ValueChange = {
  readonly ofValue: (value: string) => string;
  /** Of what is neither a comment nor a value that changes. */
  readonly ofRest: (text: string) => string;
};

/** A text with other values and empty comments. What stays the same keeps its spelling and its line. */
export function changeValues(
  text: string,
  { values, comments }: TextParts,
  { ofValue, ofRest }: ValueChange,
): string {
  const changed = values.flatMap(({ from, to, value, spell }) => {
    const next = ofValue(value);
    return next === value ? [] : [{ from, to, written: spell(next) }];
  });
  const emptied = comments.map(({ from, to }) => ({ from, to, written: linesOf(text, from, to) }));
  const parts: string[] = [];
  let end = 0;
  for (const { from, to, written } of [...changed, ...emptied].sort((a, b) => a.from - b.from)) {
    if (from < end) continue; // a comment within a value that was spelled anew
    parts.push(ofRest(text.slice(end, from)), written);
    end = to;
  }
  return [...parts, ofRest(text.slice(end))].join("");
}

const linesOf = (text: string, from: number, to: number): string =>
  text.slice(from, to).replaceAll(/[^\r\n]/g, "");
