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

export type ValueChange = {
  readonly ofValue: (value: string) => string;
  /** Of what is no value, such as comments, and of values that stay as they are. */
  readonly ofRest: (text: string) => string;
};

/** A text with other values. What stays the same keeps its spelling. @param values in the order of the text. */
export function changeValues(
  text: string,
  values: readonly TextValue[],
  { ofValue, ofRest }: ValueChange,
): string {
  const parts: string[] = [];
  let end = 0;
  for (const { from, to, value, spell } of values) {
    const next = ofValue(value);
    if (next === value) continue;
    parts.push(ofRest(text.slice(end, from)), spell(next));
    end = to;
  }
  return [...parts, ofRest(text.slice(end))].join("");
}
