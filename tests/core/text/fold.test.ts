import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../src/core/text/fold.ts";

describe("fold", () => {
  it.each([
    ["case", "Die BRÜCKE", "die brucke"],
    ["ß in all spellings", "Straße STRASSE ẞ", "strasse strasse ss"],
    ["letters with a stroke", "Søster Łódź Đorđe Ħal Ŧ", "soster lodz dorde hal t"],
    ["letters that are two", "Æther Œuvre Þór", "aether oeuvre thor"],
    ["i with and without its dot", "İSTANBUL ısı Iı", "istanbul isi ii"],
    ["sigma at the end of a word", "ΟΔΟΣ οδός", "οδοσ οδοσ"],
    ["accents of Cyrillic", "Её Й", "ее и"],
    ["wide and joined characters", "Ａ ﬁn ½", "a fin 1⁄2"],
    ["numbers and what is raised beside them", "3½ 10² m³ CO₂", "3 1⁄2 10 2 m3 co2"],
    ["what nobody sees", "Ver\u00adkehr zu\u200bsam\u200dmen 1\ufe0f\u20e3", "verkehr zusammen 1"],
    ["accents that stand alone", "so ein´s \u0301x", "so ein s x"],
    ["vowel points of Hebrew and Arabic", "שָׁלוֹם مُحَمَّد", "שלום محمد"],
    ["nothing of kana", "がか ｶﾞ", "がか ガ"],
    ["nothing of Indic vowels", "हिन्दी বাংলা தமிழ்", "हिन्दी বাংলা தமிழ்"],
    ["nothing of Thai, Lao, Khmer, Myanmar", "ม้า ລາວ ខ្មែរ မြန်မာ", "ม้า ລາວ ខ្មែរ မြန်မာ"],
    ["nothing of Javanese, Balinese, Tibetan, Thaana", "ꦗꦮꦶ ᬩᬮᬶ བོད ދިވެހި", "ꦗꦮꦶ ᬩᬮᬶ བོད ދިވެހި"],
    ["nothing of Korean syllables", "서울", "서울"],
  ])("folds %s", (_, text, expected) => {
    expect(fold(text)).toBe(expected);
    expect(fold(text.normalize("NFD"))).toBe(expected);
  });

  it("tells か from が, म from मा and ก from ก้", () => {
    for (const [one, other] of [
      ["か", "が"],
      ["म", "मा"],
      ["ก", "ก้"],
    ] as const) {
      expect(fold(one)).not.toBe(fold(other));
    }
  });

  it("is idempotent, and the same for composed, decomposed and lower-case texts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), (a, b) => {
        const text = a + b;
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(fold(text.normalize("NFD"))).toBe(folded);
        expect(fold(text.normalize("NFC"))).toBe(folded);
        expect(fold(text.toLowerCase())).toBe(folded);
      }),
    );
  });

  it("does not depend on how letters are written that have an upper case, nor on what nobody sees", () => {
    const letters = fc.stringMatching(/^[a-zäéñøłđæœßđıàçğşžабвгдежзийѐёαβγδέςσ ]*$/);
    fc.assert(
      fc.property(
        letters,
        fc.constantFrom("\u00ad", "\u200b", "\u2060", "\ufeff", "\u0301"),
        (text, mark) => {
          const folded = fold(text);
          expect(fold(text.toUpperCase())).toBe(folded);
          expect(fold([...text].map((letter) => letter + mark).join(""))).toBe(folded);
        },
      ),
    );
  });

  it("makes of a text the same whatever script stands beside it", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aZß é\u0301Σςİ½²3øЙйשָعَ–ﬁ\u00ad") });
    fc.assert(
      fc.property(text, (written) => {
        expect(fold(`${written}字`)).toBe(`${fold(written)}字`);
      }),
      { numRuns: 500 },
    );
  });

  it("only lowers the case of ASCII", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
        expect(fold(text)).toBe(text.toLowerCase());
      }),
    );
  });
});
