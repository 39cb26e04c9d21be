import { describe, expect, it } from "vitest";
import { titleOf } from "../../../src/core/similarity/title.ts";
import { areOtherTitles, haveOtherValues } from "../../../src/core/similarity/title-values.ts";

describe("numbers and dates in titles", () => {
  it.each([
    ["Podcast: episode 12", "Podcast: episode 13", true],
    ["Release v1.2", "Release v1.3", true],
    ["News of 10.02.2026, 6 Uhr", "News of 10.02.2026, 10 Uhr", true],
    ["Morning news, 2 March", "Morning news, 3 March", true],
    ["Wetter am Montag", "Wetter am Dienstag", true],
    ["Preise im Januar", "Preise im Februar", true],
    ["Die Reise, Teil zwei", "Die Reise, Teil drei", true],
    ["12", "13", true],
    ["The paper of 1 March 2026", "The paper of 01.03.2026", false],
    ["Six dead in fire", "6 dead in fire", false],
    ["Two held after raid", "Mayor of Lund resigns after 9 years", false],
    ["The bridge", "The bridge, 2", false],
    ["The bridge", "The bridge", false],
  ])("%s | %s", (oneText, otherText, areOther) => {
    const [one, other] = [titleOf(oneText), titleOf(otherText)];
    expect(haveOtherValues(one, other)).toBe(areOther);
    expect(haveOtherValues(other, one)).toBe(areOther);
  });
});

describe("titles", () => {
  it.each([
    ["Who will govern", "Quarrel over milk", true],
    ["Letter from the north", "Letter from the south", true],
    ["Episode 1", "Episode 2", true],
    ["The bridge is open", "Update: The bridge is open", false],
    ["The bridge is open!", "The Bridge is open", false],
  ])("%s | %s", (oneText, otherText, areOther) => {
    const [one, other] = [titleOf(oneText), titleOf(otherText)];
    expect(areOtherTitles(one, other)).toBe(areOther);
    expect(areOtherTitles(other, one)).toBe(areOther);
  });
});
