/** An attribute as it stands on an element. */
export class TreeAttribute {
  readonly name: string;
  value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): TreeAttribute {
    return new TreeAttribute(this.name, this.value);
  }
}

/** No real element has more. The bound keeps look-ups short, which go through all of them. */
const MAX_ATTRIBUTES = 64;

/** The first attributes of an element, as they were read. */
export const attributesFrom = (read: Readonly<Record<string, string>>): TreeAttribute[] =>
  Object.entries(read)
    .slice(0, MAX_ATTRIBUTES)
    .map(
      ([name, value]) => new TreeAttribute(name, name === "class" ? distinctWords(value) : value),
    );

/** Words of a class, each once. */
export const distinctWords = (value: string): string =>
  /\s/.test(value) ? [...new Set(value.trim().split(/\s+/))].join(" ") : value;

/** The style properties that Readability asks for. */
export type Style = {
  readonly display?: string | undefined;
  readonly visibility?: string | undefined;
};
export const NO_STYLE: Style = {};

/** The last of several rules for one property counts. */
export function styleOf(written: string): Style {
  const style: Record<string, string> = {};
  for (const rule of written.split(";")) {
    const colon = rule.indexOf(":");
    if (colon > 0) style[rule.slice(0, colon).trim()] = rule.slice(colon + 1).trim();
  }
  return style;
}
