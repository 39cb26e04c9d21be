import type { PageLanguage } from "../../words/language.ts";

/** Writes numbers for people. */
export type Quantities = {
  readonly count: (count: number) => string;
  /** "312 kB", "1.4 MB"; SI units. */
  readonly bytes: (bytes: number) => string;
  /** "412 ms", "1.3 s". */
  readonly duration: (ms: number) => string;
};

const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB"];
/** U+00A0: a number and its unit stay on one line. */
const SPACE = "\u00a0";

export const quantities = (language: PageLanguage): Quantities => QUANTITIES[language];

function quantitiesIn(locale: string): Quantities {
  const plain = new Intl.NumberFormat(locale);
  const threeDigits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const inUnit = (value: number, unit = ""): string => threeDigits.format(value) + SPACE + unit;
  return {
    count: (count) => plain.format(count),
    bytes(bytes) {
      // 999,999 bytes are 1 MB, not 1,000 kB: the unit is that of the rounded number.
      const rounded = Number(bytes.toPrecision(3));
      const power = rounded < 1 ? 0 : Math.floor(Math.log10(rounded) / 3);
      const unit = Math.min(power, BYTE_UNITS.length - 1);
      return inUnit(rounded / 1000 ** unit, BYTE_UNITS[unit]);
    },
    duration(ms) {
      const whole = Math.round(ms);
      return whole < 1000 ? inUnit(whole, "ms") : inUnit(whole / 1000, "s");
    },
  };
}

const QUANTITIES: Readonly<Record<PageLanguage, Quantities>> = {
  de: quantitiesIn("de-DE"),
  en: quantitiesIn("en-GB"),
};
