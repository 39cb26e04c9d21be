import { expect, it } from "vitest";
import type { SourceDay } from "../../../src/core/sources/polling/poll-history.ts";
import { dayStrip } from "../../../src/http/admin/sources/day-strip.ts";

const TODAY = 20_000;
const options = { name: "Bote", today: TODAY, language: "en" } as const;
const aDay = (day: number, added: number, failures = 0): SourceDay => ({
  ...{ day, polls: 1, failures, unchanged: 0, new: added, updated: 0, merged: 0 },
  ...{ bytes: 0, ms: 0, slowest: 0 },
});

it("has a bar for each day with articles, the highest for the most, today at the right", () => {
  const { bars } = dayStrip([aDay(TODAY, 8), aDay(TODAY - 29, 2), aDay(TODAY - 1, 0)], options);
  expect(bars).toBe("M0 24v-6h3v6zM116 24v-24h3v24z");
});

it("shows a single article among thousands", () => {
  expect(dayStrip([aDay(TODAY, 9000), aDay(TODAY - 1, 1)], options).bars).toContain("v-1h3");
});

it("marks days with failures, and leaves out days from before", () => {
  const strip = dayStrip([aDay(TODAY - 30, 50, 1), aDay(TODAY - 29, 0, 2)], options);
  expect(strip).toMatchObject({ bars: "", fails: "M0 27h3v5h-3z", short: "none" });
  expect(strip.label).toMatch(/: 0 in all, failed polls on 1 day$/);
});

it("names days as they are in UTC", () => {
  expect(dayStrip([aDay(TODAY, 1)], options).label).toContain("most on 4 October (1)");
});
