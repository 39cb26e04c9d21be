import { expect, it } from "vitest";
import { durationText } from "../../src/core/duration-text.ts";

it.each([
  [0, "1 s"],
  [400, "1 s"],
  [1_000, "1 s"],
  [59_600, "1 min"],
  [90_000, "1 min 30 s"],
  [15 * 60_000, "15 min"],
  [150 * 60_000, "2 h 30 min"],
  [86_400_000, "1 day"],
  [2 * 86_400_000 + 3_600_000 + 61_000, "2 days 1 h"],
])("writes %i ms as %s", (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
