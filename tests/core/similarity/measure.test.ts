import { expect, it } from "vitest";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { measure } from "../../../src/core/similarity/measure.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";

const of = (text: string): Uint32Array => fingerprintOf(tokensByLine(text)).tokens;
const START = "the ferry to velten";
const END = "people were on board of it";

it.each([
  ["one number for another", "sank with 12 aboard and", "sank with 14 aboard and", 1],
  ["a spelled one", "sank with 12 aboard and", "sank with twelve aboard and", 0],
  ["a number for a word", "sank with many aboard and", "sank with 14 aboard and", 0],
  ["a number in a longer gap", "sank with 12 aboard and", "sank with about 14 aboard and", 1],
  ["a number that only one has", "sank with aboard and", "sank with 14 aboard and", 0],
  ["two in one gap", "of 3 and 5 boats sank now", "of 4 and 6 boats sank now", 2],
  ["a number that goes on", "at 6 per cent and", "at 6-3/16 per cent and", 1],
  ["numbers in a gap of another length", "of 30 red boats", "of old 40 or new boats", 1],
])("counts %s", (_, a, b, changed) => {
  const measures = measure(of(`${START} ${a} ${END}`), of(`${START} ${b} ${END}`));
  expect(measures.changedNumbers).toBe(changed);
});

it.each([
  ["12 cars and", "14 cars and", 1],
  ["12 cars and", `14 cars and ${"more ".repeat(10)}`, 0],
])("counts numbers before all that is matched, where little stands there: %s", (a, b, changed) => {
  const measures = measure(of(`${a} ${START}`), of(`${b} ${START}`));
  expect(measures.changedNumbers).toBe(changed);
});

it.each([
  ["one for another", "sank near halm and", "sank near orsa and", 1],
  ["one that the other text has too", "sank with people and", "sank with crew and", 0],
  ["several at one place, three at most", "by a b c d e and", "by f g h i j and", 3],
  ["one for two", "sank near halm and", "sank near old orsa and", 1],
  ["a number for a word", "sank near halm and", "sank near 12 and", 0],
  ["a word that only one has", "sank near and", "sank near halm and", 0],
  [
    "one name at two places once",
    "of halm from the port of halm and",
    "of orsa from the port of orsa and",
    1,
  ],
  [
    "none in a passage",
    `sank ${"a b c d e f g h i".repeat(2)} and`,
    `sank ${"k l m n o p q r s".repeat(2)} and`,
    0,
  ],
])("counts other words: %s", (_, a, b, words) => {
  const measures = measure(of(`${START} ${a} ${END}`), of(`${START} ${b} ${END}`));
  expect(measures.otherWords).toBe(words);
});

it("counts other words before all that is matched and after it, where hardly more stands there", () => {
  expect(measure(of(`halm ${START} soon`), of(`orsa ${START} later`)).otherWords).toBe(2);
  const line = "more of it in the next paper";
  expect(measure(of(`${START} soon`), of(`${START} ${line}`)).otherWords).toBe(0);
});

it("says how much is replaced at either end", () => {
  const [a, b] = [of(`one two three ${START} four`), of(`five six seven eight ${START} nine ten`)];
  expect(measure(a, b)).toMatchObject({ replaced: 0, replacedAtEnds: 3 });
});

it("counts the numbers that are equal where they stand", () => {
  const text = "on 7 May 12 boats left the harbour";
  expect(measure(of(text), of(`${text} for good`)).equalNumbers).toBe(2);
});

it("measures the shorter text: how much of it is matched, in how long runs", () => {
  const a = of(`${START} sank and ${END}`);
  const b = of(`${START} burnt while many and yet more ${END} as far as anybody knows`);
  expect(measure(a, b)).toMatchObject({
    tokens: 12,
    otherTokens: 21,
    matched: 10,
    run: 5,
    replaced: 2,
    isLead: true,
  });
});

it.each([
  [4, true],
  [5, false],
])("takes a match that begins after %i words as the lead: %s", (count, isLead) => {
  const before = "far away from here indeed".split(" ").slice(0, count).join(" ");
  expect(measure(of(`${START} ${END}`), of(`${before} ${START} ${END}`)).isLead).toBe(isLead);
});

it("finds nothing where there is nothing", () => {
  expect(measure(of(""), of(START))).toMatchObject({ coverage: 0, run: 0, isLead: false });
});
