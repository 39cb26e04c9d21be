import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../src/adapters/language.ts";

describe("the language of a text", () => {
  it.each([
    ["de", "Der Rat hat am Dienstag beschlossen, die alte Brücke zu sperren."],
    ["en", "The council decided on Tuesday to close the old bridge."],
    ["fr", "Le conseil a décidé mardi de fermer le vieux pont."],
    ["es", "El ayuntamiento decidió el martes cerrar el viejo puente."],
    ["it", "Il consiglio ha deciso martedì di chiudere il vecchio ponte."],
    ["pt", "A câmara decidiu na terça-feira fechar a ponte velha."],
    ["nl", "De raad besloot dinsdag de oude brug te sluiten."],
    ["pl", "Rada zdecydowała we wtorek o zamknięciu starego mostu."],
    ["ja", "市議会は火曜日に古い橋を閉鎖することを決めた。"],
  ])("is %s for “%s”", (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(["", "Hamburg", "12 34 56 78 90", "x y z", "qwrt zxcv bnmp lkjh gfds"])(
    "is unknown for “%s”",
    (text) => {
      expect(detectLanguage(text)).toBeNull();
    },
  );
});
