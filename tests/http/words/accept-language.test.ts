import { describe, expect, it } from "vitest";
import { choosePageLanguage } from "../../../src/http/words/accept-language.ts";

describe("choosePageLanguage", () => {
  it.each([
    [undefined, "de", "de"],
    [undefined, "de-AT", "de"],
    [undefined, "fr", "en"],
    ["en-GB,en;q=0.9", "de", "en"],
    ["DE", "en", "de"],
    ["fr, en;q=0.5, de;q=0.8", "en", "de"],
    ["fr-FR,fr;q=0.9", "de", "de"],
    ["en;q=0, fr", "de", "de"],
    ["*", "de", "de"],
    ["*, en;q=0.5", "de", "de"],
    ["en;q=never, de;q=0.1", "en", "de"],
    ["nonsense;;;,,", "de", "de"],
  ])("%s on a site in %s: %s", (header, site, language) => {
    expect(choosePageLanguage(header, site)).toBe(language);
  });
});
