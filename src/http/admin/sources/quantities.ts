import type { PageLanguage } from "../../words/language.ts";

/** Writes numbers for people. */
export type Quantities = {
  readonly count: (count: number) => string;
  /** "312 kB", "1.4 MB"; SI units. */
  readonly bytes: (bytes: number) => string;
  /** "412 ms", "1.3 s". */
  readonly duration: (ms: number) => string;
};

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

export const quantities = (language: PageLanguage): Quantities => QUANTITIES[language];

function quantitiesIn(locale: string): Quantities {
  const plain = new Intl.NumberFormat(locale);
  const inUnit = (unit: string) => {
    const options = { style: "unit", unit, maximumSignificantDigits: 3 } as const;
    const format = new Intl.NumberFormat(locale, options);
    return (value: number) => format.format(value);
  };
  const sizes = BYTE_UNITS.map(inUnit);
  const milliseconds = inUnit("millisecond");
  const seconds = inUnit("second");
  return {
    count: (count) => plain.format(count),
    bytes(bytes) {
      const power = bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3);
      const unit = Math.min(power, sizes.length - 1);
      return (sizes[unit] ?? plain.format)(bytes / 1000 ** unit);
    },
    duration: (ms) => (ms < 1000 ? milliseconds(Math.round(ms)) : seconds(ms / 1000)),
  };
}

const QUANTITIES: Readonly<Record<PageLanguage, Quantities>> = {
  de: quantitiesIn("de-DE"),
  en: quantitiesIn("en-GB"),
};
