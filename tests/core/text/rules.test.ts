import { expect, it } from "vitest";
import { lineHash, wordsOfLine } from "../../../src/core/cleaning/repeated/line-hash.ts";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { TEXT_RULES } from "../../../src/core/text/rules.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";

/** All kinds of characters that a fold or a tokeniser may treat in another way. */
const TEXT = `Straße, Søster & Łódź: 1.234,5 ﬁn İı – A3½ ΟΔΟΣ Её
Ver\u00adkehr 서울에서 東京タワー がか ม้า ខ្មែរ हिन्दी བོད་སྐད ꦗꦮꦶ שָׁלוֹם مُحَمَّد 👨‍👩‍👧 3/2026`;

it("another way of taking texts apart is another version, with a migration (core/text/rules.ts)", () => {
  const { tokens, blocks } = fingerprintOf(tokensByLine(TEXT));
  const lines = TEXT.split("\n").map((line) => lineHash(wordsOfLine(line).join(" ")));
  expect({
    rules: TEXT_RULES,
    tokens: lineHash(tokens.join()),
    blocks: blocks.join(),
    lines,
  }).toEqual({
    rules: 2,
    tokens: "70e04828709e",
    blocks: "12,1970457310,35,3838219681",
    lines: ["84e2563c17b6", "b8898600bf2c"],
  });
});
